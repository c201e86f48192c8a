import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApp, waitUntilReady } from './open-app.ts';
import { serveFolder } from './serve-folder.ts';

it('an update waits, says so, and is applied on tap', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'kidney-coach-build-'));
  cpSync('dist', copy, { recursive: true });
  const { url, server } = await serveFolder(copy);
  const app = await openApp({ url });
  await waitUntilReady(app.page);
  await app.page.getByText('Works offline').waitFor();

  makeSecondBuild(copy);
  await app.page.reload();
  await app.page.getByText('A new version is ready').waitFor();
  expect(await app.page.locator('body').getAttribute('data-build')).toBeNull();
  await app.page.getByRole('button', { name: 'Use it now' }).click();
  await app.page.locator('body[data-build=second]').waitFor();
  await waitUntilReady(app.page);
  await app.context.close();
  server.close();
});

it('a host without headers: the service worker isolates the page after the first visit', async () => {
  const { url, server } = await serveFolder(join(process.cwd(), 'dist'));
  const app = await openApp({ url });
  await waitUntilReady(app.page);
  await app.page.waitForFunction(() => crossOriginIsolated);
  const served = await app.page.evaluate(async () =>
    (await fetch('./')).headers.get('content-security-policy'),
  );
  expect(served).toContain("connect-src 'self'");
  await app.context.close();
  server.close();
});

/** Changes the page and its revision in the precache list, as the next build would. */
function makeSecondBuild(folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.replace('<body>', '<body data-build="second">'));
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const entry = /\{[^{}]*["'`]index\.html["'`]\s*\}/.exec(worker)?.[0] ?? '';
  expect(entry).toContain('revision');
  writeFileSync(join(folder, 'sw.js'), worker.replace(entry, '{revision:"second",url:"index.html"}'));
}
