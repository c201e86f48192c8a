import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = app);
  await waitUntilReady(page);
  await choosePictures(page, [await phantomPicture('Jane Doe.png', { seed: 11 })]);
  await page.waitForURL(/#\/examination\//);
  await page.getByText('How sure it is').waitFor();
});

afterAll(() => app.context.close());

/** Opens the report of a record and waits until its picture is drawn. */
async function openReport(record: string): Promise<void> {
  await page.goto(`${record}/report`);
  await page.getByRole('img', { name: 'The ultrasound picture with the outline drawn on it' }).waitFor();
}

/** The pages of what the print button would print. */
async function countPages(format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

it('the report of a checked picture is one page of A4 and of Letter, and grows to no second one', async () => {
  const record = page.url();
  await openReport(record);
  const paper = page.getByRole('article');
  await paper.getByText('Not a diagnosis').waitFor();
  await paper.getByRole('row', { name: /^Length [\d,]+ px ± / }).waitFor();
  expect(await paper.innerText()).not.toContain('Jane');
  expect(await countPages('A4')).toBe(1);
  await page.getByRole('link', { name: 'a scale in centimetres' }).click();
  await page.getByRole('button', { name: 'Caliper', exact: true }).click();
  const lay = page.getByRole('button', { name: 'Lay one in the middle' });
  for (let i = 0; i < 14; i++) await lay.click();
  await openReport(record);
  await page.getByText(/more distances? (is|are) in the files/).waitFor();
  await page.getByLabel('Notes for the paper').fill('What was seen and what was not. '.repeat(18));
  expect(await countPages('A4')).toBe(1);
  expect(await countPages('Letter')).toBe(1);
});

it('saves itself as FHIR that names nobody', async () => {
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^FHIR/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^kidney-report-[\d-]+\.fhir\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).not.toContain('Jane');
  const { entry } = JSON.parse(text) as { entry: { resource: { resourceType: string; status?: string } }[] };
  const observations = entry.filter(({ resource }) => resource.resourceType === 'Observation');
  expect(observations.length).toBeGreaterThan(5);
  expect(new Set(observations.map(({ resource }) => resource.status))).toEqual(new Set(['preliminary']));
  expect(app.errors).toEqual([]);
});
