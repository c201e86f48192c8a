import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';
import { colourPhoto, type PictureFile } from './pictures.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await waitUntilReady(page);
});

afterAll(() => app.context.close());

/** Checks a picture and opens its findings; resolves to the record's address. */
async function open(picture: PictureFile): Promise<string> {
  await page.goto(`${app.url}#/scan`);
  await choosePictures(page, [picture]);
  await page.waitForURL(/#\/examination\//);
  const record = page.url();
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByRole('heading', { name: 'Findings', level: 1 }).waitFor();
  return record;
}

const simulated = (changes: Partial<PhantomPicture> = {}) =>
  phantomPicture('kidney.png', { seed: 21, ...changes });

const stone = () => page.getByRole('button', { name: /^Stone/ });

it('an adult’s kidney is read, each finding says what it is worth, and its mark can be moved', async () => {
  const record = await open(await simulated());
  const age = page.getByLabel('Age');
  await age.fill('12');
  await page.getByRole('button', { name: 'Use this age' }).click();
  await page.getByRole('alert').getByText('The patient is 12 years old').waitFor();
  expect(await stone().count()).toBe(0);
  await age.fill('40');
  await page.getByRole('button', { name: 'Use this age' }).click();
  await page.getByRole('button', { name: /^Space-occupying lesion This model can’t tell AUC/ }).waitFor();
  await stone().click();
  await page.getByText(/\d+% of what spoke for it lies inside the kidney/).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const slider = page.getByRole('slider', { name: 'Called from' });
  const sensitivity = page.getByRole('definition').first();
  const before = [await slider.getAttribute('aria-valuetext'), await sensitivity.innerText()];
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  const moved = await slider.getAttribute('aria-valuetext');
  expect(moved).not.toBe(before[0]);
  expect(await sensitivity.innerText()).not.toBe(before[1]);
  await page.reload();
  await stone().click();
  expect(await slider.getAttribute('aria-valuetext')).toBe(moved);
  await page.getByRole('button', { name: 'Back to the card’s' }).click();
  expect(await slider.getAttribute('aria-valuetext')).toBe(before[0]);
  await page.goto(record);
  await page.getByText(/Can’t tell: .*space-occupying lesion.* Read by kidney-crop/).waitFor();
});

it('marks that a hand moved are read round, kept, and go back to the outline', async () => {
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await page.getByText('round the long axis of the outline').waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.getByText('round the marks that you set').waitFor();
  await stone().waitFor();
  await page.waitForTimeout(600);
  await page.reload();
  await page.getByText('round the marks that you set').waitFor();
  await page.getByRole('application').focus();
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp']) {
    for (let i = 0; i < 60; i++) await page.keyboard.press(key);
  }
  await page.getByRole('alert').getByText('lies mostly outside').waitFor();
  await page.getByRole('button', { name: 'From the outline' }).click();
  await page.getByText('round the long axis of the outline').waitFor();
  await stone().waitFor();
});

it('a faulty picture is read only when a person insists, and another thing than a kidney never', async () => {
  await open(await simulated({ seed: 11, machine: { gainDb: 16 } }));
  await page.getByText('The quality of this picture is faulty (Incorrect gain').waitFor();
  await page.getByRole('button', { name: 'Look all the same' }).click();
  await page.getByRole('button', { name: 'The patient is 18 to 90' }).click();
  await page.getByText('so trust this less').waitFor();
  await stone().waitFor();
  await open(await colourPhoto());
  await page.getByText('This picture was not judged at all').waitFor();
  expect(await page.getByRole('button', { name: 'Look all the same' }).count()).toBe(0);
  expect(app.errors).toEqual([]);
});
