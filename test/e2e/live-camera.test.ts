import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cameraArguments,
  coachOf,
  outlinePixels,
  phantomClip,
  runningTracks,
  setHidden,
} from './live-page.ts';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

describe('the camera’s live view', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    const clip = await phantomClip([{ seed: 11 }, { seed: 11 }]);
    app = await openApp({ args: cameraArguments(clip), permissions: ['camera'] });
    await waitUntilReady(app.page);
    await app.page.getByRole('button', { name: 'Live camera' }).click();
  });

  afterAll(() => app.context.close());

  it('judges what the camera sees, outlines the kidney, and says how often it looks', async () => {
    await coachOf(app.page).getByText('Optimal', { exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(() => outlinePixels(app.page)).toBeGreaterThan(300);
    await coachOf(app.page)
      .getByText(/^\d+ looks a second$/)
      .waitFor();
  });

  it('is read from an arm away', async () => {
    const advice = coachOf(app.page).getByText(/Good view|Kept/);
    const size = await advice.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
  });

  it('keeps a good view that is held by itself, once', async () => {
    await app.page.getByRole('button', { name: 'Open kept picture 1' }).waitFor({ timeout: 30_000 });
    await coachOf(app.page).getByText('Kept. Go on, or freeze.').waitFor();
    await app.page.waitForTimeout(3000);
    expect(await app.page.getByRole('button', { name: /Open kept picture/ }).count()).toBe(1);
  });

  it('freezes at a tap on the picture, steps through the last seconds, and keeps the one that is chosen', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Freeze' }).first().click();
    const frozen = page.getByRole('region', { name: 'Frozen' });
    await frozen.waitFor();
    expect(await coachOf(page).count()).toBe(0);
    const place = frozen.getByRole('slider');
    const newest = Number(await place.inputValue());
    await frozen.getByRole('button', { name: 'One picture back' }).click();
    await expect.poll(async () => Number(await place.inputValue())).toBeLessThan(newest);
    await frozen.getByRole('button', { name: 'Best one' }).click();
    await frozen.getByRole('button', { name: 'Keep this picture' }).click();
    await page.getByText('Kept in History.').waitFor();
    await page.getByRole('button', { name: 'Open kept picture 2' }).waitFor();
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor();
  });

  it('freezes and goes on with a foot switch', async () => {
    const { page } = app;
    await page.keyboard.press('PageDown');
    await page.getByRole('region', { name: 'Frozen' }).waitFor();
    await page.keyboard.press('PageDown');
    await coachOf(page).waitFor();
  });

  it('keeps the last seconds as a clip with a strip chart', async () => {
    const { page } = app;
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor();
    await page.keyboard.press('PageUp');
    await page.getByRole('button', { name: /Keep all \d+ s as a clip/ }).click();
    await page.getByRole('button', { name: 'Open kept picture 3' }).click();
    await page.waitForURL(/#\/examination\//);
    await page.getByRole('heading', { level: 1, name: 'Optimal' }).waitFor();
    await page.getByRole('slider', { name: 'Quality over time' }).waitFor();
    expect(await page.evaluate(() => document.querySelector('video'))).toBeNull();
    await page.goBack();
    await coachOf(page).waitFor({ timeout: 30_000 });
  });

  it('lets the camera rest in the background and goes on afterwards', async () => {
    const { page } = app;
    await setHidden(page, true);
    await page.getByText('The camera is off while the app is in the background.').waitFor();
    expect(await runningTracks(page)).toBe(0);
    await setHidden(page, false);
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 30_000 });
    expect(await runningTracks(page)).toBe(1);
  });

  it('says that the device holds the camera back, and goes on when it lets go', async () => {
    const { page } = app;
    const send = (type: string) =>
      page.evaluate((event) => {
        const stream = document.querySelector('video')?.srcObject as MediaStream;
        // Nobody calls here; this is what the browser then tells the page.
        stream.getVideoTracks()[0]?.dispatchEvent(new Event(event));
      }, type);
    await send('mute');
    await page.getByText('The device holds the camera back').waitFor();
    expect(await coachOf(page).count()).toBe(0);
    await send('unmute');
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 30_000 });
  });

  it('says that the camera was unplugged, and goes on when asked', async () => {
    const { page } = app;
    await page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream;
      // No plug can be pulled here; this is what the browser then tells the page.
      stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    });
    await page.getByText('The camera was unplugged or taken away.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 30_000 });
  });

  it('turns with the device', async () => {
    const { page } = app;
    await page.setViewportSize({ width: 1180, height: 820 });
    const stage = await page.locator('video').boundingBox();
    const coach = await coachOf(page).boundingBox();
    expect(coach?.x).toBeGreaterThan((stage?.x ?? 0) + (stage?.width ?? 0));
    await expect.poll(() => outlinePixels(page)).toBeGreaterThan(300);
    await page.setViewportSize({ width: 390, height: 844 });
    expect((await coachOf(page).boundingBox())?.y).toBeGreaterThan(
      (await page.locator('video').boundingBox())?.y ?? 0,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 820, height: 1180 });
  });

  it('runs in two tabs at once', async () => {
    const second = await app.context.newPage();
    await second.goto(`${app.url}#/camera`);
    await coachOf(second).getByText('Optimal', { exact: true }).waitFor({ timeout: 60_000 });
    await coachOf(app.page).getByText('Optimal', { exact: true }).waitFor();
    // Before a tab is closed in the middle of a frame, which the browser then collects and complains of.
    expect(app.errors).toEqual([]);
    await second.close();
  });

  it('turns the lamp off when it is left', async () => {
    const { page } = app;
    const track = await page.evaluateHandle(
      () => (document.querySelector('video')?.srcObject as MediaStream | null)?.getTracks()[0],
    );
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => track.evaluate((left) => left?.readyState)).toBe('ended');
  });
});
