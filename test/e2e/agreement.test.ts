import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type OpenedApp, openApp } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';
import type { PictureFile } from './pictures.ts';

let app: OpenedApp;
let pictures: PictureFile[];

beforeAll(async () => {
  app = await openApp();
  pictures = await Promise.all([11, 21].map((seed) => phantomPicture(`${seed}.png`, { seed })));
});

beforeEach(async () => {
  await app.page.goto(`${app.url}#/lab/agreement`);
  await app.page.getByRole('heading', { name: 'First reader' }).waitFor();
});

afterEach(async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Change the files' }).click();
  const takeOut = page.getByRole('button', { name: 'Take out' });
  for (let left = await takeOut.count(); left > 0; left--) await takeOut.first().click();
  await expect.poll(() => takeOut.count()).toBe(0);
});

afterAll(() => app.context.close());

interface Row {
  readonly picture: string;
  readonly quality: string;
  /** Where the capsule's box begins; null for a picture without one. */
  readonly x: number | null;
}

/** A VIA 2 CSV file with one box of 200 × 100 pixels a picture. */
function viaFile(name: string, rows: readonly Row[], broken = ''): PictureFile {
  const quote = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
  const lines = rows.map(({ picture, quality, x }) => {
    const shape = x === null ? {} : { name: 'rect', x, y: 150, width: 200, height: 100 };
    const label = x === null ? {} : { Anatomy: 'Capsule' };
    const count = x === null ? 0 : 1;
    return `${picture},9,${quote({ Quality: quality })},${count},0,${quote(shape)},${quote(label)}`;
  });
  const head =
    'filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes';
  const text = [head, ...lines, ...(broken === '' ? [] : [broken]), ''].join('\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

const anna = viaFile('anna.csv', [
  { picture: '11.png', quality: 'Good', x: 100 },
  { picture: '21.png', quality: 'Fair', x: 100 },
  { picture: '31.png', quality: 'Poor', x: 100 },
  { picture: 'hers.png', quality: 'Poor', x: 100 },
]);

const ben = viaFile(
  'ben.csv',
  [
    { picture: '11.png', quality: 'Good', x: 100 },
    { picture: '21.png', quality: 'Good', x: 200 },
    { picture: '31.png', quality: 'Poor', x: null },
  ],
  '41.png,9,"{}",2',
);

async function choose(page: Page, step: 'First reader' | 'Second reader', file: PictureFile): Promise<void> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: step }) });
  await section.locator('input[type=file]').setInputFiles(file);
  await section.locator('strong').waitFor();
}

function compare(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Compare', exact: true }).click();
}

it('compares two files: the broken row is asked about, the figures are right, the worst picture comes first', async () => {
  const { page } = app;
  await choose(page, 'First reader', anna);
  await choose(page, 'Second reader', ben);
  await page.getByText(/ben\.csv.*row 5/).waitFor();
  expect(await page.getByRole('button', { name: 'Compare', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Go on with the rest' }).click();
  await page.locator('input[type=file][multiple]').last().setInputFiles(pictures);
  await page.getByText('2 pictures', { exact: true }).waitFor();
  await compare(page);
  await page.getByRole('heading', { name: '3 pictures compared' }).waitFor();
  await page.getByText('1 picture left out').waitFor();
  // Dice 1, 0.5 and, where only one drew it, 0; edges 0 and 100 pixels apart.
  await page.getByRole('row', { name: /^Dice 0\.500 0\.000 to 1\.000$/ }).waitFor();
  await page.getByRole('row', { name: /^Hausdorff 50\.0\spx 0\.0 to 100\.0$/ }).waitFor();
  await page.getByRole('row', { name: /^Kappa 0\.50/ }).waitFor();
  const worst = page.getByRole('button', { name: /Dice \d/ });
  expect(await worst.allTextContents()).toEqual(['31.pngDice 0.00', '21.pngDice 0.50', '11.pngDice 1.00']);
  await worst.nth(1).click();
  const canvas = page.getByRole('img', { name: '“21.png” with the outlines of anna, ben' });
  // Anna's left side is blue; a dash of Ben's right side is orange.
  await expect.poll(() => colourAt(canvas, 100, 200)).toEqual([86, 180, 233]);
  expect(await colourAt(canvas, 400, 162)).toEqual([230, 159, 0]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table (CSV)' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain('anna,ben,capsule,dice,,0.5,0,1,3');
  await page.reload();
  await page.getByRole('heading', { name: '3 pictures compared' }).waitFor();
});

function colourAt(canvas: ReturnType<Page['getByRole']>, x: number, y: number): Promise<number[]> {
  return canvas.evaluate(
    (element, at) => [
      ...((element as HTMLCanvasElement).getContext('2d')?.getImageData(at.x, at.y, 1, 1).data.slice(0, 3) ??
        []),
    ],
    { x, y },
  );
}

it('says that two files have no picture in common', async () => {
  const { page } = app;
  await choose(page, 'First reader', anna);
  await choose(page, 'Second reader', viaFile('other.csv', [{ picture: 'x.png', quality: 'Good', x: 100 }]));
  await compare(page);
  await page.getByText('The readers have no picture in common.').waitFor();
  expect(await page.getByRole('button', { name: /Save/ }).count()).toBe(0);
});

it('lets the model be a third reader, with what the two readers reach beside it', async () => {
  const { page } = app;
  const read = (shift: number) =>
    viaFile(
      `reader-${shift}.csv`,
      ['11.png', '21.png'].map((picture) => ({ picture, quality: 'Good', x: 220 + shift })),
    );
  await choose(page, 'First reader', read(0));
  await choose(page, 'Second reader', read(20));
  await page.getByRole('switch', { name: 'The model is a reader too' }).click();
  await page.getByText('Choose the pictures that the model is to outline.').waitFor();
  await page.locator('input[type=file][multiple]').last().setInputFiles(pictures);
  await page.getByText('2 pictures', { exact: true }).last().waitFor();
  await compare(page);
  await page.getByRole('heading', { name: '2 pictures compared' }).waitFor({ timeout: 90_000 });
  await page.getByText(/^kidney-view \d/).waitFor();
  const table = page.getByRole('table').first();
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    'Mean, with 95 % interval',
    'A–Breaders',
    'A–C',
    'B–C',
  ]);
  // 180 of 200 columns are in both boxes.
  await page.getByText('The two readers agree with each other by 0.900').waitFor();
  const dice = await table.getByRole('row', { name: /^Dice/ }).getByRole('cell').allTextContents();
  expect(Number.parseFloat(dice[1] ?? '')).toBeGreaterThan(0.2);
  expect(app.errors).toEqual([]);
});
