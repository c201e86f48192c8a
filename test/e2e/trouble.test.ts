import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choosePictures, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture, noisePicture } from './pictures.ts';

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const fullDisk = 'full disk: shows the result, says that it was not kept, loses nothing';
const fullDiskTitle = isRoot ? fullDisk : `${fullDisk}: SKIPPED, mounting a small disk needs root on Linux`;

describe('a device in trouble', () => {
  it.skipIf(!isRoot)(fullDiskTitle, async () => {
    // A disk of its own, small enough to fill: quota rules are the browser's real ones.
    const profile = mkdtempSync(join(tmpdir(), 'kidney-coach-small-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', profile]);
    try {
      const app = await openApp({ profile });
      await waitUntilReady(app.page);
      await choosePictures(app.page, [await drawnPicture('kept.png')]);
      await app.page.waitForURL(/#\/examination\//);
      await app.page.goto(`${app.url}#/scan`);
      const large = await Promise.all(Array.from({ length: 12 }, (_, i) => noisePicture(`large-${i}.png`)));
      await choosePictures(app.page, large);
      await app.page.getByText('12 pictures checked').waitFor({ timeout: 60_000 });
      const unkept = app.page.locator('main a', { hasText: 'The device is full' });
      await unkept.last().click();
      await app.page.getByText('The device is full, so this result was not kept').waitFor();
      await app.page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
      await app.page.goto(`${app.url}#/history`);
      await app.page.getByRole('link', { name: /^Open kept\.png/ }).waitFor();
      await app.context.close();
    } finally {
      execFileSync('umount', ['-l', profile]);
    }
  });

  it('blocked storage: works for this window, and says so', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kidney-coach-blocked-'));
    mkdirSync(join(profile, 'Default'));
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const app = await openApp({ profile });
    await waitUntilReady(app.page);
    await choosePictures(app.page, [await drawnPicture()]);
    await app.page.waitForURL(/#\/examination\//);
    await app.page.getByText('This window does not allow storage').waitFor();
    await app.page.goto(`${app.url}#/history`);
    await app.page.getByText('Storage is blocked in this window').waitFor();
    await app.page.getByRole('link', { name: /^Open drawn\.png/ }).waitFor();
    await app.context.close();
  });

  it('corrupted model cache: fetches the model again, history stays', async () => {
    const app = await openApp();
    await waitUntilReady(app.page);
    await choosePictures(app.page, [await drawnPicture()]);
    await app.page.waitForURL(/#\/examination\//);
    await app.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const name = names.find((candidate) => candidate.includes('models')) ?? '';
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const flipped = (value: unknown): unknown => {
        if (value instanceof ArrayBuffer) new Uint8Array(value).fill(255, value.byteLength >> 1);
        else if (ArrayBuffer.isView(value)) flipped(value.buffer);
        else if (value !== null && typeof value === 'object') Object.values(value).forEach(flipped);
        return value;
      };
      for (const store of database.objectStoreNames) {
        const transaction = database.transaction(store, 'readwrite');
        const cursor = transaction.objectStore(store).openCursor();
        cursor.onsuccess = () => {
          cursor.result?.update(flipped(cursor.result.value));
          cursor.result?.continue();
        };
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
      }
      database.close();
    });
    await app.page.goto(app.url);
    await app.page.reload();
    await waitUntilReady(app.page);
    await choosePictures(app.page, [await drawnPicture('again.png', 4)]);
    await app.page.waitForURL(/#\/examination\//);
    await app.page.goto(`${app.url}#/history`);
    await app.page.getByText('2 pictures', { exact: true }).waitFor();
    await app.context.close();
  });

  it('a browser without WebAssembly and WebGPU: goes down to the CPU and still answers', async () => {
    const app = await openApp({
      args: ['--js-flags=--wasm-max-mem-pages=1', '--disable-features=WebGPU,Vulkan'],
    });
    await app.page.getByText(/CPU · /).waitFor({ timeout: 120_000 });
    await choosePictures(app.page, [await drawnPicture()]);
    await app.page.waitForURL(/#\/examination\//, { timeout: 120_000 });
    expect(await app.page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
    await app.context.close();
  }, 300_000);
});

describe('the camera', () => {
  it('denied: says so, says what to tap, and leaves the file way open', async () => {
    const app = await openApp({ args: ['--use-fake-device-for-media-stream'] });
    await app.page.getByRole('button', { name: 'Live camera' }).click();
    await app.page.getByText('The browser did not allow the camera').waitFor();
    await app.page.getByText('Tap the lock beside the address').waitFor();
    await app.page.getByRole('button', { name: 'Back to Scan' }).click();
    await app.page.getByRole('button', { name: 'Choose pictures' }).waitFor();
    await app.context.close();
  });
});
