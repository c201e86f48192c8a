import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photographRoom } from '../fixtures/photograph-screen.ts';
import { cameraArguments, coachOf, outlinePixels, photoClip, screenClip } from './live-page.ts';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

async function openLive(clip: string): Promise<OpenedApp> {
  const app = await openApp({ args: cameraArguments(clip), permissions: ['camera'] });
  await waitUntilReady(app.page);
  await app.page.getByRole('button', { name: 'Live camera' }).click();
  await app.page.getByRole('button', { name: 'Scanner’s screen' }).click();
  return app;
}

describe('a scanner’s screen before the camera', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openLive(await screenClip());
  });

  afterAll(() => app.context.close());

  it('is found, judged, and the kidney outlined on it', async () => {
    const { page } = app;
    await page.getByText('Screen found').waitFor({ timeout: 30_000 });
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(() => outlinePixels(page)).toBeGreaterThan(200);
  });

  it('has its corners set by hand, by arrow keys and by a finger, and found again', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Set corners' }).click();
    const corner = page.getByRole('button', { name: /^Top left corner/ });
    const before = await corner.boundingBox();
    if (before === null) throw new Error('no corner to drag');
    expect(before.width).toBeGreaterThanOrEqual(48);
    await corner.press('Shift+ArrowRight');
    await expect.poll(async () => (await corner.boundingBox())?.x).toBeGreaterThan(before.x);
    const [x, y] = [before.x + before.width / 2 + 10, before.y + before.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y - 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await corner.boundingBox())?.x).toBeLessThan(before.x);
    await page.getByRole('button', { name: 'Find by itself' }).click();
    await page.getByText('Screen found').waitFor();
  });

  it('leaves nothing of its text in what is kept', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Open kept picture 1' }).waitFor({ timeout: 30_000 });
    const bars = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('kidney-coach-history');
        request.onsuccess = () => resolve(request.result);
      });
      const all = database.transaction('pictures').objectStore('pictures').getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      database.close();
      const [{ bytes }] = all.result as [{ bytes: ArrayBuffer }];
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      /** The brightest pixel of the bar at the top, where names stand, and of the middle. */
      const brightest = (from: number, to: number): number => {
        const rows = context?.getImageData(
          0,
          from * bitmap.height,
          bitmap.width,
          (to - from) * bitmap.height,
        );
        return Math.max(...(rows?.data.filter((_, i) => i % 4 === 0) ?? []));
      };
      return { top: brightest(0, 0.04), middle: brightest(0.45, 0.6) };
    });
    expect(bars.top).toBeLessThan(12);
    expect(bars.middle).toBeGreaterThan(100);
    expect(app.errors).toEqual([]);
  });
});

describe('a room without a scanner', () => {
  it('is not judged: the user is told where to point, and can still set corners', async () => {
    const rooms = [photographRoom(3), photographRoom(3)];
    const app = await openLive(await photoClip(rooms));
    const { page } = app;
    await page.getByText("Point the camera at the scanner's screen.").waitFor({ timeout: 30_000 });
    await coachOf(page).getByText('Waiting for a picture…').waitFor();
    await page.getByRole('button', { name: 'Set corners' }).click();
    await page.getByRole('button', { name: /^Bottom right corner/ }).waitFor();
    await app.context.close();
  });
});
