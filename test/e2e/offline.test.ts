import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choosePictures, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture } from './pictures.ts';

describe('offline', () => {
  it('starts cold, loads its model and checks a picture with the network off', async () => {
    const first = await openApp();
    await waitUntilReady(first.page);
    await first.page.getByText('Works offline').waitFor();
    await first.context.close();

    const cold = await openApp({ profile: first.profile, isOffline: true });
    await waitUntilReady(cold.page);
    await choosePictures(cold.page, [await drawnPicture()]);
    await cold.page.waitForURL(/#\/examination\//);
    await cold.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await cold.page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(cold.errors).toEqual([]);
    await cold.context.close();
  });

  it('keeps weights, WASM and every other file of the build in the precache', () => {
    const manifest = readFileSync('dist/sw.js', 'utf8');
    const files = readdirSync('dist', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^dist\//, ''))
      .filter((file) => file !== 'sw.js');
    expect(files.filter((file) => file.endsWith('.bin')).length).toBeGreaterThan(0);
    expect(files.filter((file) => file.endsWith('.wasm')).length).toBeGreaterThan(1);
    expect(files.filter((file) => !manifest.includes(file))).toEqual([]);
  });
});
