import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp, phone, waitUntilReady } from './open-app.ts';
import { patientPage } from './patient-page.ts';

/** Width of a slider's thumb, which a touch at an end does not leave. */
const thumb = 28;

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp({ viewport: phone, isTouch: true });
  page = app.page;
  await waitUntilReady(page);
});

afterAll(() => app.context.close());

const task = (): Locator => page.getByRole('region', { name: 'Find this view' });
const outcome = (): Locator => page.getByRole('region', { name: /^(You have it|Not yet)\.$/ });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

/** Touches a slider where this value lies. */
async function slideTo(name: string, value: number): Promise<void> {
  const slider = patientPage(app).slider(name);
  await slider.scrollIntoViewIfNeeded();
  const [min, max] = await slider.evaluate((input: HTMLInputElement) => [
    Number(input.min),
    Number(input.max),
  ]);
  const { width = 0, height = 0 } = (await slider.boundingBox()) ?? {};
  const share = (value - (min ?? 0)) / ((max ?? 1) - (min ?? 0));
  await slider.tap({ position: { x: thumb / 2 + share * (width - thumb), y: height / 2 } });
}

describe('practising on a phone, by touch', () => {
  it('sets a task, with the coach on and the answers away', async () => {
    await patientPage(app).meet('seed=11');
    await page.getByText('Practise', { exact: true }).tap();
    await button('Right kidney, long axis').tap();
    await task().getByText('Right kidney, long axis').waitFor();
    await page.getByRole('region', { name: 'Live coach' }).waitFor();
    for (const name of ['Aim for me', 'Show the truth', 'Reset']) expect(await button(name).count()).toBe(0);
    await expect.poll(() => page.url()).toContain('target=right-long');
  });

  it('keeps the task over a reload, and what is to be touched is large enough and in view', async () => {
    await page.reload();
    await task().getByText('Right kidney, long axis').waitFor();
    for (const name of ['I have it', 'Stop']) {
      const box = await task().getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(48);
      expect(box?.width).toBeGreaterThanOrEqual(48);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  it('tells by the truth what is missed, each with what was measured', async () => {
    await patientPage(app).meet('seed=6&target=right-long');
    await button('I have it').tap();
    await outcome().getByRole('heading', { name: 'Not yet.' }).waitFor();
    const rows = outcome().getByRole('listitem');
    expect(await rows.count()).toBe(7);
    await rows.filter({ hasText: /Met: Side.*Right kidney/ }).waitFor();
    await rows.filter({ hasText: /Missed: Along the kidney.*\d+° off its long axis/ }).waitFor();
    await outcome()
      .getByText(/Took (\d+ min )?\d+ s\./)
      .waitFor();
    await page.getByRole('heading', { name: 'The truth' }).waitFor();
  });

  it('begins anew with another patient, hides the truth, and ends', async () => {
    const before = new URL(page.url()).hash;
    await button('Another patient').tap();
    await task().waitFor();
    expect(await page.getByRole('heading', { name: 'The truth' }).count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
    await task().getByRole('button', { name: 'Stop' }).tap();
    await button('Aim for me').waitFor();
    await expect.poll(() => page.url()).not.toContain('target=');
  });

  it('is solved from a teacher’s link, with the coach’s word on the way', async () => {
    await patientPage(app).press('Coach');
    await patientPage(app).meet('seed=11&target=right-long');
    await task().waitFor();
    // The link brings the coach along.
    await page.getByRole('region', { name: 'Live coach' }).waitFor();
    await expect.poll(() => page.url()).toContain('rotation=');
    // Where a careful hand holds the probe on this patient; a finger is not more exact than some millimetres.
    await slideTo('Slide along', 0.3);
    await slideTo('Slide across', -0.2);
    await slideTo('Turn', 0.2);
    await slideTo('Tilt out of the plane', 0);
    await slideTo('Rock in the plane', 0);
    await slideTo('Pressure', 8);
    await patientPage(app).choose('Machine');
    await slideTo('Gain', 0);
    await slideTo('Depth', 12);
    // The coach sees the view and, while time runs, takes it for found without a word from the learner.
    await page.getByRole('region', { name: 'Live coach' }).getByText('Optimal', { exact: true }).waitFor();
    await button('Run').tap();
    await outcome().getByRole('heading', { name: 'You have it.' }).waitFor({ timeout: 60_000 });
    expect(await outcome().getByText('Missed:').count()).toBe(0);
    expect(app.errors).toEqual([]);
  });
});
