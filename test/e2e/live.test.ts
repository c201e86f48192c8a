import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { patientPage } from './patient-page.ts';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';

/** A clip that Chromium's fake camera plays again and again: motion JPEG. */
async function makeClip(pictures: readonly PhantomPicture[]): Promise<string> {
  const frames: Buffer[] = [];
  for (const picture of pictures) {
    const { buffer } = await phantomPicture('frame.png', picture);
    frames.push(await sharp(buffer).jpeg({ quality: 95 }).toBuffer());
  }
  const path = join(mkdtempSync(join(tmpdir(), 'kidney-coach-clip-')), 'clip.mjpeg');
  writeFileSync(path, Buffer.concat(frames));
  return path;
}

function coachOf(page: Page) {
  return page.getByRole('region', { name: 'Live coach' });
}

/** Pixels of the outline over the live picture. */
function outlinePixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const overlay = [...document.querySelectorAll('canvas')].find((one) => one.className.includes('overlay'));
    const data = overlay?.getContext('2d')?.getImageData(0, 0, overlay.width, overlay.height).data ?? [];
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 100) count++;
    return count;
  });
}

describe('the camera’s live view', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    const clip = await makeClip([{ seed: 11 }, { seed: 11 }]);
    app = await openApp({
      args: [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${clip}`,
      ],
      permissions: ['camera'],
    });
    await waitUntilReady(app.page);
    await app.page.getByRole('button', { name: 'Take a photo' }).click();
  });

  afterAll(() => app.context.close());

  it('judges what the camera sees, outlines the kidney, and says how often it looks', async () => {
    await coachOf(app.page).getByText('Good view. Hold still.').waitFor({ timeout: 60_000 });
    await expect.poll(() => outlinePixels(app.page)).toBeGreaterThan(300);
    await coachOf(app.page)
      .getByText(/^\d+ looks a second$/)
      .waitFor();
  });

  it('is read from an arm away', async () => {
    const size = await coachOf(app.page)
      .getByText('Good view. Hold still.')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
  });

  it('gives the picture to the usual check', async () => {
    await app.page.getByRole('button', { name: 'Take the picture' }).click();
    await app.page.waitForURL(/#\/examination\//);
    await app.page.getByRole('heading', { level: 1, name: 'Optimal' }).waitFor();
    expect(app.errors).toEqual([]);
  });
});

describe('the coach on the virtual patient', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp();
    await waitUntilReady(app.page);
  });

  afterAll(() => app.context.close());

  it('watches when asked to, follows the probe, and is remembered', async () => {
    const { page } = app;
    const { meet, press } = patientPage(app);
    await meet('seed=11');
    expect(await coachOf(page).count()).toBe(0);
    await press('Coach');
    await press('Aim for me');
    await coachOf(page).getByText('Optimal', { exact: true }).waitFor({ timeout: 60_000 });
    await meet('seed=11&xCm=7');
    await coachOf(page).getByText('Incorrect position').waitFor({ timeout: 60_000 });
    await coachOf(page)
      .getByText(/Move it to the middle|Slide towards/)
      .first()
      .waitFor();
    await press('Coach');
    expect(await coachOf(page).count()).toBe(0);
  });
});
