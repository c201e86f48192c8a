import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blood, guessed } from '../fixtures/said-of-kidney.ts';
import { idOf } from '../unit/history/make-examination.ts';
import { type OpenedApp, openApp } from './open-app.ts';
import { day, now, pair, patientArchive } from './patient-archive.ts';

let app: OpenedApp;
let page: Page;

const person = { pseudonym: 'P-17', ageYears: 54, sex: 'female' } as const;
const right = { ...person, side: 'right' } as const;
const left = { ...person, side: 'left' } as const;
const scale = 0.015;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await page.goto(`${app.url}#/history`);
  const first = { ...blood(0.9, '2025-03-01'), ...guessed(82, 11) };
  const last = { ...blood(1.5, '2026-03-01'), ...guessed(75, 11) };
  await page
    .locator('input[accept*=zip]')
    .setInputFiles(
      await patientArchive([
        ...pair(
          { index: 0, at: now - 365 * day, sizeCm: [10.9, 5.1], patient: right, scale, additions: first },
          [5.2, 4.6],
        ),
        { index: 2, at: now, sizeCm: [9.3, 4.6], patient: right, scale, additions: last },
        { index: 3, at: now + 60_000, sizeCm: [6.5, 3.8], patient: right, scale },
        { index: 4, at: now - 365 * day, sizeCm: [10.9, 5.1], patient: left, scale },
        { index: 5, at: now, sizeCm: [10.8, 5.1], patient: left, scale: 0.02 },
        { index: 6, at: now, sizeCm: [10.8, 5.1], patient: { side: 'left' }, scale: null },
      ]),
    );
  await page.getByText('Restored: 7 new').waitFor();
});

afterAll(() => app.context.close());

/** The card of a kidney or of the blood tests. */
function section(name: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

it('a patient’s pictures lead to their trend, where only what exceeds the error is called a change', async () => {
  await page.getByLabel('Patient').selectOption('P-17');
  await page.getByText('6 pictures', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'P-17 over visits' }).click();
  await section('Right kidney')
    .getByText(/^Shorter by 1\.6 ± 1\.\d cm since 2 Mar 2025$/)
    .waitFor();
  await section('Right kidney')
    .getByText(/^13\d ± \d+ ml$/)
    .waitFor();
  const guess = section('Right kidney').locator('figure').filter({ hasText: 'guessed from the picture' });
  await guess.getByText('75 (64–86) mL/min/1.73 m²', { exact: true }).waitFor();
  await guess.getByText('No change beyond measurement error since 2 Mar 2025').waitFor();
  await section('Left kidney').getByText('No change beyond measurement error').first().waitFor();
  await section('Kidney function from blood')
    .getByText(/^Lower by \d+ mL\/min\/1\.73 m² since 1 Mar 2025$/)
    .waitFor();
  await section('Left kidney')
    .getByRole('link', { name: /^2 Mar 2026: 10\.8/ })
    .click();
  await page.waitForURL(`**/examination/${idOf(5)}`);
  await page.goBack();
});

it('two pictures of one visit that cannot be one kidney are asked about, and the side can be put right', async () => {
  const question = page.getByRole('region', { name: 'Do these two show the same kidney?' });
  const shorter = question.getByRole('group', { name: /^Side of the picture of/ }).last();
  await shorter.getByRole('radio', { name: 'Not said' }).check();
  await question.waitFor({ state: 'detached' });
  await section('Side not said').getByText('may show either kidney').waitFor();
  await section('Side not said')
    .getByText(/^6\.5 ± 0\.\d cm$/)
    .waitFor();
});

it('a picture gets a pseudonym that is on the device, with age and sex only when that is wished', async () => {
  await page.goto(`${app.url}#/examination/${idOf(6)}`);
  const who = page.getByRole('region', { name: 'Who was scanned?' });
  await who.getByRole('button', { name: 'Change' }).click();
  await who.getByLabel('Pseudonym').fill('Jane Doe');
  await who.getByText('looks like a full name').waitFor();
  await who.getByLabel('Pseudonym').fill('p-');
  await who.getByRole('button', { name: 'P-17' }).click();
  expect(await who.getByLabel('Age').inputValue()).toBe('');
  await who.getByRole('button', { name: 'Take it over' }).click();
  await who.getByRole('button', { name: 'Done' }).click();
  await who.getByText('Left · 54 years · Female').waitFor();
  await page.reload();
  await who.getByText('Left · 54 years · Female').waitFor();
  await who.getByRole('button', { name: 'Over visits' }).click();
  await section('Left kidney').getByText('1 picture has no scale').waitFor();
  expect(app.errors).toEqual([]);
});
