import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await waitUntilReady(page);
});

afterAll(() => app.context.close());

const creatinine = () => page.getByLabel('Creatinine', { exact: true });

it('a creatinine typed in the Lab gives its eGFR, stage and cell of risk, and is kept nowhere', async () => {
  await page.goto(`${app.url}#/lab/blood`);
  await page.getByLabel('Age').fill('65');
  await page.getByRole('radio', { name: 'Male', exact: true }).check();
  await creatinine().fill('2,0');
  await page.getByText('36.36 before rounding').waitFor();
  await page.getByText(/^G3b: /).waitFor();
  await page.getByLabel('Albumin to creatinine').fill('120');
  await page.getByText(/^G3b A2: /).waitFor();
  const own = page.getByRole('cell', { name: /this patient/ });
  expect(await own.allTextContents()).toEqual(['Very high3× (this patient)']);
  await page.getByText('Very high risk. 3 checks a year.').waitFor();
  await page.reload();
  await creatinine().waitFor();
  expect(await creatinine().inputValue()).toBe('');
});

it('bad input is refused in words, and a wrong unit is set right with one tap', async () => {
  await page.getByLabel('Age').fill('50');
  await page.getByRole('radio', { name: 'Male', exact: true }).check();
  for (const [text, words] of [
    ['0', 'Creatinine is never 0'],
    ['-1', 'cannot be below 0'],
    ['high', 'This is not a number'],
    ['0.001', 'Nobody has'],
    ['90', 'Did you mean 90 µmol/L?'],
  ] as const) {
    await creatinine().fill(text);
    await page.getByRole('alert').getByText(words).waitFor();
    expect(await page.getByText('before rounding').count()).toBe(0);
  }
  await page.getByRole('button', { name: 'Use 90 µmol/L' }).click();
  await page.getByText('eGFR by CKD-EPI 2021, 89.74 before rounding').waitFor();
  await page.getByLabel('Age').fill('10');
  await page.getByText('is for adults from 18 years').waitFor();
  await page.getByRole('button', { name: 'Use Schwartz' }).click();
  await page.getByText('Say the height').waitFor();
});

it('a blood test and what the model reads off the picture stand side by side, and are kept', async () => {
  await page.goto(`${app.url}#/scan`);
  await choosePictures(page, [await phantomPicture('kidney.png', { seed: 21 })]);
  await page.waitForURL(/#\/examination\//);
  await page.getByText('How sure it is').waitFor();
  await page.goto(`${page.url()}/function`);
  await page.getByLabel('Age').fill('50');
  await page.getByRole('radio', { name: 'Male', exact: true }).check();
  await page.getByRole('radio', { name: 'mg/dL' }).check();
  await creatinine().fill('1.5');
  await page.getByText('56.37 before rounding').waitFor();
  await page.getByRole('button', { name: 'Read the picture' }).click();
  await page.getByText('Learned from simulated patients only').waitFor({ timeout: 60_000 });
  const sideBySide = page.getByRole('img', { name: /Blood test 56\. Picture \d+ to \d+\./ });
  await sideBySide.waitFor();
  await page.getByText('The two scales are not the same').waitFor();
  await page.reload();
  await sideBySide.waitFor();
  await page.getByText('56.37 before rounding').waitFor();
  expect(app.errors).toEqual([]);
});
