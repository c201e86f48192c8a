import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture, plainPicture } from './pictures.ts';

let app: OpenedApp;
let zip: string;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
  await choosePictures(app.page, [
    await drawnPicture('one.png', 1),
    await drawnPicture('two.png', 2),
    await plainPicture('#000'),
  ]);
  await app.page.getByText('3 pictures checked').waitFor();
});

afterAll(() => app.context.close());

async function openHistory(page: Page): Promise<void> {
  await page.goto(`${app.url}#/history`);
  await page.getByRole('heading', { name: 'History' }).waitFor();
}

describe('history', () => {
  it('lists what was checked, newest first, after a reload too', async () => {
    await openHistory(app.page);
    await app.page.reload();
    await app.page.getByText('3 pictures', { exact: true }).waitFor();
    const names = await app.page
      .locator('main ul a')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    expect(names.map((name) => /(one|two|plain)\.png/.exec(name ?? '')?.[1])).toEqual([
      'plain',
      'two',
      'one',
    ]);
  });

  it('filters by verdict, name and date, and shows all again', async () => {
    const { page } = app;
    await page.getByRole('combobox').selectOption('declined');
    await page.getByText('1 picture', { exact: true }).waitFor();
    await page.getByRole('combobox').selectOption('');
    await page.getByLabel('File name').fill('TWO');
    await page.getByText('1 picture', { exact: true }).waitFor();
    await page.getByLabel('To', { exact: true }).fill('2001-01-01');
    await page.getByText('No picture fits').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('3 pictures', { exact: true }).waitFor();
  });

  it('opens a record with its picture and provenance', async () => {
    await app.page.getByRole('link', { name: /two\.png/ }).click();
    await app.page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
    await app.page.getByText('Details and provenance').click();
    const text = await app.page.locator('main').innerText();
    for (const part of [
      'App version',
      'kidney-view',
      'Model fingerprint',
      'Self-test',
      'passed',
      'two.png',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('deletes with undo', async () => {
    await openHistory(app.page);
    await app.page.getByRole('button', { name: 'Select' }).click();
    await app.page.getByRole('checkbox', { name: /one\.png/ }).check();
    await app.page.getByRole('button', { name: 'Delete' }).click();
    await app.page.getByText('2 pictures', { exact: true }).waitFor();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await app.page.getByText('3 pictures', { exact: true }).waitFor();
  });

  it('shows what another tab saves', async () => {
    await openHistory(app.page);
    const second = await app.context.newPage();
    await second.goto(app.url);
    await waitUntilReady(second);
    await choosePictures(second, [await drawnPicture('second-tab.png', 9)]);
    await second.waitForURL(/#\/examination\//);
    await second.close();
    await app.page.getByText('4 pictures', { exact: true }).waitFor();
  });

  it('exports a table and a zip', async () => {
    await app.page.getByText('Export and restore').click();
    const [table] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: 'Table (CSV)' }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/\.csv$/);
    const [archive] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: 'Everything (ZIP)' }).click(),
    ]);
    zip = join(mkdtempSync(join(tmpdir(), 'kidney-coach-export-')), archive.suggestedFilename());
    await archive.saveAs(zip);
  });

  it('restores the zip on another tablet, and says what it did the second time', async () => {
    const other = await openApp();
    await other.page.goto(`${other.url}#/history`);
    await other.page.getByText('Nothing here yet').waitFor();
    const input = other.page.locator('input[accept*=zip]');
    await input.setInputFiles(zip);
    await other.page.getByText('Restored: 4 new').waitFor();
    await other.page.getByText('4 pictures', { exact: true }).waitFor();
    await input.setInputFiles(zip);
    await other.page.getByText('4 already here').waitFor();
    await other.page.getByRole('link', { name: /two\.png/ }).click();
    await other.page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
    await other.context.close();
  });

  it('refuses a file that is no archive and keeps everything', async () => {
    const input = app.page.locator('input[accept*=zip]');
    await input.setInputFiles({
      name: 'x.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('no zip at all'),
    });
    await app.page.getByText('damaged or not a ZIP').waitFor();
    await app.page.getByText('4 pictures', { exact: true }).waitFor();
  });

  it('says on Settings what the browser answered and how much space is left', async () => {
    await app.page.goto(`${app.url}#/settings`);
    await app.page.getByText(/MB used, .* free/).waitFor();
    expect(await app.page.locator('main').innerText()).toMatch(/promised to keep|may delete the records/);
  });
});
