import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { drawKidney } from '../test/fixtures/draw-kidney.ts';
import { type Figure, median, spread } from './figure.ts';
import { makeProfile, openBench } from './open-bench.ts';

const total = 1000;
const steps = 20;

/** A project of 1,000 pictures of 1024 × 768: adding them, opening it, going on, and the list after a reload. */
export async function measureAnnotating(url: string): Promise<Figure[]> {
  const files = await writePictures();
  const { page, context } = await openBench(makeProfile());
  await page.goto(`${url}#/lab/annotate`);
  // The model's own time is measured elsewhere.
  await page.evaluate(() => localStorage.setItem('kidney-coach:proposing', 'off'));
  await page.reload();
  const input = page.locator('input[type=file][multiple][accept*=csv]');
  await input.waitFor({ state: 'attached' });
  const added = await time(async () => {
    await input.setInputFiles(files, { timeout: 300_000 });
    await page.getByText(`${total} pictures added`).waitFor({ timeout: 600_000 });
  });
  const opened = await time(async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('application').waitFor({ timeout: 60_000 });
  });
  const next: number[] = [];
  for (let step = 0; step < steps; step++) next.push(await timeNext(page));
  await page.goto(`${url}#/lab/annotate`);
  const listed = await time(async () => {
    await page.reload();
    await page.getByText(`${steps} of ${total} done`).waitFor({ timeout: 60_000 });
  });
  await context.close();
  const name = (what: string): string => `annotating ${total.toLocaleString('en')} pictures: ${what}`;
  return [
    { name: name('add them'), value: Math.round(added / 1000), unit: 's' },
    { name: name('open the project'), value: Math.round(opened), unit: 'ms' },
    {
      name: name('save as done, show the next'),
      value: Math.round(median(next)),
      unit: 'ms',
      note: spread(next),
    },
    { name: name('load the app and list projects'), value: Math.round(listed), unit: 'ms' },
  ];
}

async function writePictures(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kidney-coach-annotate-'));
  const image = drawKidney({ width: 1024, height: 768, seed: 1, gain: -45 });
  const raw = { width: 1024, height: 768, channels: 1 } as const;
  const jpeg = await sharp(image.data, { raw }).jpeg({ quality: 90 }).toBuffer();
  return Array.from({ length: total }, (_, index) => {
    const path = join(folder, `kidney-${String(index).padStart(4, '0')}.jpg`);
    writeFileSync(path, jpeg);
    return path;
  });
}

async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** From the key to the frame after the next picture's name stands. */
function timeNext(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('h1')?.textContent;
        const start = performance.now();
        const watch = (): void => {
          const isShown = document.querySelector('h1')?.textContent !== before;
          requestAnimationFrame(isShown ? () => resolve(performance.now() - start) : watch);
        };
        dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter' }));
        watch();
      }),
  );
}
