import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { expect, it } from 'vitest';
import { openApp, waitUntilReady } from './open-app.ts';

it('an update waits, says so, and is applied on tap', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'kidney-coach-build-'));
  cpSync('dist', copy, { recursive: true });
  const server = await preview({
    logLevel: 'silent',
    build: { outDir: copy },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const app = await openApp({ url: `http://127.0.0.1:${port}/` });
  await waitUntilReady(app.page);
  await app.page.getByText('Works offline').waitFor();

  const page = readFileSync(join(copy, 'index.html'), 'utf8');
  writeFileSync(join(copy, 'index.html'), page.replace('<body>', '<body data-build="second">'));
  const worker = readFileSync(join(copy, 'sw.js'), 'utf8');
  const changed = worker.replace(
    /("?revision"?:\s*["'`])[^"'`]+(["'`],\s*"?url"?:\s*["'`]index\.html)|("?url"?:\s*["'`]index\.html["'`],\s*"?revision"?:\s*["'`])[^"'`]+/,
    (_, a: string | undefined, b: string | undefined, c: string | undefined) =>
      a ? `${a}second${b}` : `${c}second`,
  );
  expect(changed).not.toBe(worker);
  writeFileSync(join(copy, 'sw.js'), changed);

  await app.page.reload();
  await app.page.getByText('A new version is ready').waitFor();
  expect(await app.page.locator('body').getAttribute('data-build')).toBeNull();
  await app.page.getByRole('button', { name: 'Use it now' }).click();
  await app.page.locator('body[data-build=second]').waitFor();
  await waitUntilReady(app.page);
  await app.context.close();
  await server.close();
});
