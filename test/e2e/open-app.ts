import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject } from 'vitest';
import { browserArguments, findBrowser } from '../find-browser.ts';

/** The built app in a browser of its own. */
export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The browser's profile: open it again for a cold start with what was stored. */
  readonly profile: string;
  readonly url: string;
  /** Addresses of every request that the browser made, workers and service worker included. */
  readonly requests: readonly string[];
  /** Errors that no code caught, and everything written to the console as an error. */
  readonly errors: readonly string[];
}

interface OpenOptions {
  readonly profile?: string;
  readonly url?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
  readonly permissions?: readonly string[];
  readonly isOffline?: boolean;
  readonly isTouch?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** The tablet of the skills lab. */
export const tablet = { width: 820, height: 1180 };
/** A phone. */
export const phone = { width: 390, height: 844 };

/** Starts a browser with the built app in it. */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'kidney-coach-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    args: [...browserArguments, ...(options.args ?? [])],
    viewport: options.viewport ?? tablet,
    permissions: [...(options.permissions ?? [])],
    offline: options.isOffline ?? false,
    reducedMotion: 'reduce',
    colorScheme: options.colorScheme ?? 'dark',
    acceptDownloads: true,
    hasTouch: options.isTouch ?? false,
  });
  context.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const url = options.url ?? inject('appUrl');
  await page.goto(url);
  return { page, context, profile, url, requests, errors };
}

/** Waits until the engine runs; the first start downloads and checks the model. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page
    .getByText(/(WASM|WebGPU|CPU).* · /)
    .first()
    .waitFor({ timeout: 90_000 });
}

/** Chooses files as a user does, and waits for the result screen or the list. */
export async function choosePictures(
  page: Page,
  files: readonly (string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer })[],
): Promise<void> {
  // Large files take their time on their way into the browser.
  await page.locator('input[type=file][multiple]').setInputFiles(files as string[], { timeout: 60_000 });
}
