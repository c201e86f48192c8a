import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';

interface Touch {
  readonly x: number;
  readonly y: number;
  readonly id?: number;
  /** CSS pixels. */
  readonly radius?: number;
}

let app: OpenedApp;
let page: Page;
let fingers: CDPSession;

beforeAll(async () => {
  app = await openApp({ isTouch: true });
  ({ page } = app);
  fingers = await app.context.newCDPSession(page);
  await waitUntilReady(page);
  await choosePictures(page, [await phantomPicture('phantom.png', { seed: 21 })]);
  await page.waitForURL(/#\/examination\//);
  await page.getByRole('button', { name: 'Edit outlines' }).click();
  await page.getByRole('heading', { name: 'Outlines' }).waitFor();
});

afterAll(() => app.context.close());

function send(type: 'touchStart' | 'touchMove' | 'touchEnd', touches: readonly Touch[]): Promise<unknown> {
  return fingers.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: touches.map(({ radius = 8, ...at }) => ({ ...at, radiusX: radius, radiusY: radius })),
  });
}

/** One finger, or a palm of a larger radius, from the middle of the picture upwards and out of the kidney. */
async function strokeUp(radius: number): Promise<void> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no stage');
  const at = (step: number): Touch => ({
    x: box.x + box.width / 2 + 2 * step,
    y: box.y + box.height / 2 - 8 * step,
    radius,
  });
  await send('touchStart', [at(0)]);
  for (let step = 1; step <= 20; step++) await send('touchMove', [at(step)]);
  await send('touchEnd', []);
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** What the result screen says of the kidney's outline. */
async function legend(): Promise<string> {
  await button('Done').click();
  const text = await page.getByRole('list', { name: 'Outlines on the picture' }).innerText();
  await button('Edit outlines').click();
  await page.getByRole('heading', { name: 'Outlines' }).waitFor();
  return text;
}

it('keeps what a finger pushes when it is lifted, and takes it back and forth; a palm does nothing', async () => {
  await button('Push').click();
  await strokeUp(60);
  expect(await button('Undo').isDisabled()).toBe(true);
  await strokeUp(8);
  await page.getByText('Kept.').waitFor();
  await button('Undo').click();
  await page.getByText('Kept.').waitFor();
  await expect.poll(() => button('Undo').isDisabled()).toBe(true);
  await button('Redo').click();
  await page.getByText('Kept.').waitFor();
  expect(await legend()).toMatch(/Kidney\s+edited by hand/);
});

it('still has it after a reload, and goes back to the model’s outline', async () => {
  await page.reload();
  expect(await legend()).toMatch(/Kidney\s+edited by hand/);
  await button('Back to the model’s').click();
  await page.getByText('Kept.').waitFor();
  expect(await legend()).toMatch(/Kidney\s+\d+% sure/);
  expect(app.errors).toEqual([]);
});
