import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alignProbe } from '../../src/phantom/align-probe.ts';
import { samplePhantom } from '../../src/phantom/phantom.ts';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';

const seed = 11;

let app: OpenedApp;
let page: Page;
let long: string;

beforeAll(async () => {
  app = await openApp({ isTouch: true });
  page = app.page;
  await waitUntilReady(page);
  long = await check('along.png', { seed });
});

afterAll(() => app.context.close());

/** Checks a simulated picture; resolves to its record's address. */
async function check(name: string, picture: PhantomPicture): Promise<string> {
  await page.goto(`${app.url}#/scan`);
  await choosePictures(page, [await phantomPicture(name, picture)]);
  await page.waitForURL(/#\/examination\//);
  await page.getByText('How sure it is').waitFor();
  return page.url();
}

async function measure(record: string, tool: string): Promise<void> {
  await page.goto(`${record}/measure`);
  await page.getByRole('button', { name: tool, exact: true }).click();
}

/** Taps the picture, at shares of the stage's width and height. */
async function tap(across: number, down: number): Promise<void> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no picture');
  await page.touchscreen.tap(box.x + across * box.width, box.y + down * box.height);
}

async function setDepth(cm: string): Promise<void> {
  await page.getByRole('radio', { name: 'Depth' }).check();
  await page.getByLabel('Type the depth').fill(cm);
}

it('two taps on the ruler turn pixels into centimetres, and say so', async () => {
  await page.getByRole('button', { name: /^Length .* px ± / }).waitFor();
  await page.getByText('say nothing about size').waitFor();
  await measure(long, 'Scale');
  await tap(0.5, 0.2);
  await page.getByText('Now tap the other end').waitFor();
  await tap(0.5, 0.8);
  await page.getByLabel('Distance between').fill('14');
  await page.getByRole('button', { name: 'Use this scale' }).click();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('button', { name: /^Length [\d.]+ cm ± / }).waitFor();
  await page.getByText('Scale from two marks on the ruler').waitFor();
});

it('a caliper laid by touch reads what the ruler said, stays after a reload, and is undone', async () => {
  await page.getByRole('button', { name: 'Caliper', exact: true }).click();
  await tap(0.5, 0.2);
  await tap(0.5, 0.8);
  const laid = page.getByRole('button', { name: /^Length Model: .* cm 14\.\d+ cm/ });
  await laid.waitFor();
  await page.reload();
  await page.getByRole('application').waitFor();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('button', { name: /^Length caliper 1, by hand 14\.\d+ cm/ }).click();
  await page.getByText('from setting the marks').waitFor();
  await page.getByRole('button', { name: 'Caliper', exact: true }).click();
  await page.getByRole('button', { name: 'Delete caliper 1' }).click();
  expect(await laid.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await laid.waitFor();
  await page.getByRole('button', { name: 'Delete caliper 1' }).click();
});

it('a depth that cannot be is refused with its reason, and changes nothing', async () => {
  await measure(long, 'Scale');
  await setDepth('90');
  await page.getByRole('alert').getByText('between 0 and 40 cm').waitFor();
  expect(await page.getByRole('button', { name: 'Use this scale' }).count()).toBe(0);
  await page.getByText('Scale from two marks on the ruler').waitFor();
});

it('a picture along and one across give a volume on both results', async () => {
  const { rotation } = alignProbe(samplePhantom(seed));
  const across = await check('across.png', { seed, probe: { rotation: rotation + Math.PI / 2 } });
  for (const record of [long, across]) {
    await measure(record, 'Scale');
    await setDepth('14');
    await page.getByRole('button', { name: 'Use this scale' }).click();
    await page.getByText('Scale from the depth you gave').waitFor();
  }
  await page.getByRole('button', { name: 'Volume', exact: true }).click();
  await page.getByText('Proposed').waitFor();
  await page.getByRole('button', { name: /^Pair with Along, along\.png/ }).click();
  await page.getByText(/^\d+ ml/).waitFor();
  await page.getByText(/^π ⁄ 6 × [\d.]+ × [\d.]+ × [\d.]+ cm$/).waitFor();
  await page.goto(long);
  await page.getByRole('button', { name: /^Volume \d+ ml ± / }).waitFor();
  expect(app.errors).toEqual([]);
});
