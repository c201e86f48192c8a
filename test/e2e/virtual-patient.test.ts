import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp, phone, tablet, waitUntilReady } from './open-app.ts';
import { type PatientPage, patientPage } from './patient-page.ts';

let app: OpenedApp;
let page: Page;
let meet: PatientPage['meet'];
let slider: PatientPage['slider'];
let press: PatientPage['press'];
let choose: PatientPage['choose'];

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  ({ meet, slider, press, choose } = patientPage(app));
  await waitUntilReady(page);
});

afterAll(() => app.context.close());

/** A short print of the picture's grey levels: another picture has another print. */
function print(): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[role=img]');
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
      data: [],
    };
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + (data[i] ?? 0)) % 1_000_003;
    return `${data.length} ${sum}`;
  });
}

describe.each([
  { name: 'tablet', viewport: tablet },
  { name: 'phone', viewport: phone },
])('on a $name', ({ viewport }) => {
  beforeEach(() => page.setViewportSize(viewport));

  it('is reached from Scan', async () => {
    await page.goto(`${app.url}#/scan`);
    await press('Virtual patient');
    await page.getByRole('heading', { level: 1, name: 'Virtual patient' }).waitFor();
    await page.getByText(/^No\. \d+ · (woman|man), \d+ years$/).waitFor();
  });

  it('a slider changes the picture, says its value with its unit, and survives a reload', async () => {
    await meet('seed=55');
    const before = await print();
    await slider('Turn').press('ArrowRight');
    await expect.poll(print).not.toBe(before);
    for (let i = 0; i < 20; i += 1) await slider('Turn').press('ArrowRight');
    expect(await slider('Turn').getAttribute('aria-valuetext')).toBe('+24°');
    await expect.poll(() => page.url()).toContain('rotation=0.42');
    const turned = await print();
    await page.reload();
    await expect.poll(print).toBe(turned);
    expect(await slider('Turn').getAttribute('aria-valuetext')).toBe('+24°');
  });

  it('the probe is slid and turned on the pad', async () => {
    await meet('seed=55');
    const pad = page.locator('svg[class*=pad]');
    await pad.scrollIntoViewIfNeeded();
    await drag(pad, { from: [0.5, 0.5], to: [0.625, 0.5] });
    await expect.poll(() => slider('Slide along').getAttribute('aria-valuetext')).toBe('3 cm to the feet');
    await drag(pad, { from: [0.625 + 5 / 24, 0.5], to: [0.625, 0.05] });
    await expect.poll(() => slider('Turn').getAttribute('aria-valuetext')).toBe('+90°');
  });

  it('another number is another patient, and the same number the same', async () => {
    await meet('seed=55');
    const first = await print();
    await choose('Patient');
    const number = page.getByRole('spinbutton', { name: 'Patient number' });
    await number.fill('29');
    await number.press('Enter');
    await page.getByText('No. 29 · woman, 30 years').waitFor();
    await expect.poll(print).not.toBe(first);
    await number.fill('55');
    await number.press('Enter');
    await expect.poll(print).toBe(first);
    await press('New patient');
    await expect.poll(() => number.inputValue()).not.toBe('55');
  });

  it('the truth is hidden until it is asked for, then names faults and causes', async () => {
    await meet('seed=55&xCm=6');
    expect(await page.getByText('Incorrect position').count()).toBe(0);
    await press('Show the truth');
    await page.getByRole('heading', { name: 'The truth' }).waitFor();
    await page.getByText('Incorrect position').first().waitFor();
    await page.getByText(/Cut off: [1-9]\d% of the upper half/).waitFor();
    await page.getByText(/^Cortex/).waitFor();
    await press('Aim for me');
    await page.getByText('Optimal').first().waitFor();
    await press('Show the truth');
    await page.getByRole('heading', { name: 'The truth' }).waitFor({ state: 'detached' });
  });

  it('resets with undo', async () => {
    await meet('seed=55&gainDb=9&organ=liver');
    await press('Reset');
    await expect.poll(() => page.url()).not.toContain('gainDb');
    await press('Undo');
    await expect.poll(() => page.url()).toContain('organ=liver&gainDb=9');
  });

  it('sends the picture that is shown through the usual analysis', async () => {
    await meet('seed=55&gainDb=24');
    await press('Check this picture');
    await page.waitForURL(/#\/examination\//);
    await page.getByText('A simulated picture').waitFor();
    await page.getByText('Details and provenance').click();
    await page.getByText('Simulated patient 55').waitFor();
  });

  it('runs and freezes', async () => {
    await meet('seed=55');
    await page.getByText('Frozen').waitFor();
    await press('Run');
    const before = await print();
    await expect.poll(print).not.toBe(before);
    await press('Freeze');
    await page.getByText('Frozen').waitFor();
  });
});

async function drag(
  pad: Locator,
  way: { readonly from: readonly [number, number]; readonly to: readonly [number, number] },
): Promise<void> {
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no pad');
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  await page.mouse.move(...at(way.from));
  await page.mouse.down();
  await page.mouse.move(...at(way.to), { steps: 8 });
  await page.mouse.up();
}

it('keeps the picture where it is, whatever is set', async () => {
  await page.setViewportSize(tablet);
  await meet('seed=55');
  const place = (): Promise<string> =>
    page.evaluate(() => JSON.stringify(document.querySelector('canvas')?.getBoundingClientRect()));
  const first = await place();
  for (const act of [
    () => choose('Machine'),
    () => press('Run'),
    () => press('Show the truth'),
    () => page.getByRole('heading', { name: 'The truth' }).waitFor(),
    () => choose('Patient'),
  ]) {
    await act();
    await page.evaluate(() => scrollTo(0, 0));
    expect(await place()).toBe(first);
  }
});

it('wrote no error to the console', () => {
  expect(app.errors).toEqual([]);
});
