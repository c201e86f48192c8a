import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { phantomPicture } from '../test/e2e/phantom-picture.ts';
import { type Bench, makeProfile, openBench, waitUntilReady } from './open-bench.ts';

/** One picture on its way: from the camera's frame to the answer, milliseconds. */
export interface LookTimes {
  readonly delays: readonly number[];
  readonly seconds: number;
  /** Tasks of the page over 50 ms. */
  readonly longTasks: readonly number[];
}

const size = { width: 1280, height: 720 };

/** A breathing patient at 720p as motion JPEG, which Chromium's fake camera plays again and again. */
async function writeClip(folder: string): Promise<string> {
  const frames: Buffer[] = [];
  for (let i = 0; i < 20; i++) {
    const { buffer } = await phantomPicture('frame.png', { seed: 11, slideCm: Math.sin(i / 3) / 4 });
    const fitted = sharp(buffer).resize({ ...size, fit: 'contain', background: '#000' });
    frames.push(await fitted.jpeg({ quality: 92 }).toBuffer());
  }
  const path = join(folder, 'clip.mjpeg');
  writeFileSync(path, Buffer.concat(frames));
  return path;
}

/** The built app's live screen on a camera of 720p, with or without the outline. */
export async function openLive(url: string, withOutline: boolean): Promise<Bench> {
  const profile = makeProfile();
  const bench = await openBench(profile, {
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${await writeClip(profile)}`,
    ],
  });
  const { page, context } = bench;
  await context.addInitScript(watchLooks);
  await context.addInitScript(`localStorage.setItem('kidney-coach:kidney', '${withOutline ? 'on' : 'off'}')`);
  await page.goto(url);
  await waitUntilReady(page);
  await page.goto(`${url}#/camera`);
  await page.getByText(/looks a second/).waitFor({ timeout: 60_000 });
  return bench;
}

/** Forgets the times so far and collects for this long. */
export async function collectLooks(page: Page, seconds: number): Promise<LookTimes> {
  return page.evaluate(async (forSeconds) => {
    const { looks } = globalThis as unknown as { looks: { delays: number[]; longTasks: number[] } };
    looks.delays.length = 0;
    looks.longTasks.length = 0;
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, forSeconds * 1000));
    const { delays, longTasks } = looks;
    return { delays: [...delays], longTasks: [...longTasks], seconds: (performance.now() - began) / 1000 };
  }, seconds);
}

/** Runs in the page before the app: times each picture from the camera's frame to the worker's answer. */
function watchLooks(): void {
  const looks = { delays: [] as number[], longTasks: [] as number[] };
  Object.assign(globalThis, { looks });
  let framedAt = 0;
  const begun = new Map<number, number>();
  const ask = HTMLVideoElement.prototype.requestVideoFrameCallback;
  HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
    return ask.call(this, (now, metadata) => {
      framedAt = performance.now();
      callback(now, metadata);
    });
  };
  const post = Worker.prototype.postMessage as (...parts: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...parts: unknown[]): void {
    const { kind, id } = parts[0] as { kind?: string; id?: number };
    if (kind === 'analyse' && id !== undefined) {
      begun.set(id, framedAt);
      const listen = ({ data }: MessageEvent<{ id?: number }>): void => {
        if (data.id !== id) return;
        this.removeEventListener('message', listen);
        looks.delays.push(performance.now() - (begun.get(id) ?? 0));
        begun.delete(id);
      };
      this.addEventListener('message', listen);
    }
    post.apply(this, parts);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) looks.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}
