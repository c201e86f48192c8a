import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { ColourImage } from '../../src/pixels/to-grey-image.ts';
import { photographScreen } from '../fixtures/photograph-screen.ts';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';

const size = { width: 1280, height: 720 };

/** A clip of phantoms at 720p that Chromium's fake camera plays again and again. */
export async function phantomClip(pictures: readonly PhantomPicture[]): Promise<string> {
  const frames: Buffer[] = [];
  for (const picture of pictures) {
    const { buffer } = await phantomPicture('frame.png', picture);
    const fitted = sharp(buffer).resize({ ...size, fit: 'contain', background: '#000' });
    frames.push(await fitted.jpeg({ quality: 95 }).toBuffer());
  }
  return writeClip(frames);
}

/** Photographs of a scanner that shows a good kidney; only the camera's noise moves. */
export async function screenClip(): Promise<string> {
  const { buffer } = await phantomPicture('frame.png', { seed: 11 });
  const { data, info } = await sharp(buffer).greyscale().raw().toBuffer({ resolveWithObject: true });
  const shown = { width: info.width, height: info.height, data: new Uint8Array(data) };
  return photoClip([0, 1].map((frame) => photographScreen(5, { shown, frame }).picture));
}

/** Photographs as a clip for the fake camera. */
export async function photoClip(photos: readonly ColourImage[]): Promise<string> {
  const frames = photos.map(({ data, width, height }) =>
    sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg({ quality: 92 })
      .toBuffer(),
  );
  return writeClip(await Promise.all(frames));
}

/** JPEG frames as motion JPEG, in a file of their own. */
function writeClip(frames: readonly Buffer[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kidney-coach-clip-')), 'clip.mjpeg');
  writeFileSync(path, Buffer.concat([...frames]));
  return path;
}

/** Flags for a camera that shows this clip, and may be used without a question. */
export function cameraArguments(clip: string): readonly string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${clip}`,
  ];
}

/** What the live coach says. */
export function coachOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Live coach' });
}

/** Pixels of the outline over the live picture. */
export function outlinePixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const overlay = [...document.querySelectorAll('canvas')].find((one) => one.className.includes('overlay'));
    const data = overlay?.getContext('2d')?.getImageData(0, 0, overlay.width, overlay.height).data ?? [];
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 100) count++;
    return count;
  });
}

/** Makes the page believe that it went to the background, or came back; headless pages are never hidden. */
export function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** How many tracks of the live video still run; 0 when there is no stream. */
export function runningTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject as MediaStream | null | undefined;
    return stream?.getTracks().filter((track) => track.readyState === 'live').length ?? 0;
  });
}
