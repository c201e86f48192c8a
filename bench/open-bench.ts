import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { findBrowser } from '../test/find-browser.ts';
import { drawKidney } from '../test/fixtures/draw-kidney.ts';

/** The built app, served and open in a browser as a user's would be: no WebGPU flags, so WASM runs. */
export interface Bench {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A browser profile that outlives the browser. */
export function makeProfile(): string {
  return mkdtempSync(join(tmpdir(), 'kidney-coach-bench-'));
}

/** Starts a browser on a profile; `isOffline` cuts the network before the first request. */
export async function openBench(
  profile: string,
  { isOffline = false, args = [] }: { readonly isOffline?: boolean; readonly args?: readonly string[] } = {},
): Promise<Bench> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--enable-precise-memory-info',
      ...args,
    ],
    viewport: { width: 820, height: 1180 },
    offline: isOffline,
  });
  // tsx wraps functions in a helper of its own, which the page does not have.
  await context.addInitScript('globalThis.__name = (wrapped) => wrapped');
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Waits until the engine runs. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page
    .getByText(/(WASM|WebGPU|CPU).* · /)
    .first()
    .waitFor({ timeout: 90_000 });
}

/** The file input of the Scan screen. */
export function pictureInput(page: Page): ReturnType<Page['locator']> {
  return page.locator('input[type=file][multiple]');
}

/** A drawn kidney picture of 512 × 512, as a scanner would save it. */
export async function benchPicture(
  seed: number,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const image = drawKidney({ width: 512, height: 512, seed, gain: -45 });
  const raw = { width: image.width, height: image.height, channels: 1 } as const;
  const buffer = await sharp(image.data, { raw }).jpeg({ quality: 92 }).toBuffer();
  return { name: `bench-${seed}.jpg`, mimeType: 'image/jpeg', buffer };
}
