import type { Page } from 'playwright-core';
import { choosePictures, type OpenedApp } from './open-app.ts';
import type { PictureFile } from './pictures.ts';

/** Chooses a video on Scan. */
export async function chooseVideo(app: OpenedApp, file: PictureFile): Promise<void> {
  await app.page.goto(`${app.url}#/scan`);
  await choosePictures(app.page, [file]);
  await app.page.waitForURL(/#\/clip/);
}

/** Presses the button of exactly that name. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** The number of the frame that is shown, counted from one. */
export async function shownFrame(page: Page): Promise<number> {
  const name = await page.getByRole('img', { name: /^Frame/ }).getAttribute('aria-label');
  return Number(/^Frame (\d+)/.exec(name ?? '')?.[1]);
}

/** Whether the picture has anything on it: mean grey of its middle. */
export function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[role=img][aria-label^=Frame]');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const { data } = context.getImageData(canvas.width / 4, canvas.height / 4, 100, 100);
    return data.reduce((sum, value, i) => sum + (i % 4 === 0 ? value : 0), 0) / 10_000;
  });
}

/** The strip chart, which is a slider. */
export const chart = (page: Page) => page.getByRole('slider', { name: 'Quality over time' });
