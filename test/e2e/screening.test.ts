import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';
import { colourPhoto, type PictureFile } from './pictures.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await app.page.goto(app.url);
  await waitUntilReady(app.page);
});

afterAll(() => app.context.close());

it('evaluates pictures by what a table says of them, and opens those behind a number', async () => {
  const { page } = app;
  await page.goto(`${app.url}#/lab/screening`);
  const [pictures, table] = await ownSet();
  await page.locator('input[type=file][accept*=image]').setInputFiles(pictures);
  await page.locator('input[type=file][accept*=csv]').setInputFiles(csvFile(table));
  await page.getByText('9 pictures chosen, of 9 it is known what they show.').waitFor();
  await page.getByText('Row 11: “perhaps” under hydronephrosis is neither').waitFor();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByText('8 pictures read, 1 refused').waitFor({ timeout: 90_000 });
  await page.getByRole('radio', { name: 'Hydronephrosis' }).check();
  await page
    .getByRole('row', { name: /With it/ })
    .getByText('4 of 8 (50%)')
    .waitFor();
  const area = await page.getByRole('row', { name: /AUC/ }).getByRole('cell').innerText();
  expect(Number.parseFloat(area)).toBeGreaterThan(0.7);
  const cells = page.getByRole('button', { name: /with(out)? it,/ });
  const counts = await cells.allInnerTexts();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(8);
  await cells.and(page.locator(':enabled')).first().click();
  await page
    .getByRole('button', { name: /kidney-\d\.png/ })
    .first()
    .click();
  const shown = page.getByRole('img', { name: /Picture kidney-\d\.png/ });
  await expect.poll(() => shown.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(640);
  await page.getByText('1 picture refused').click();
  await page.getByText(/holiday\.jpg:/).waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n')).toHaveLength(9);
});

it('keeps the figures and no picture, and offers them where marks are set', async () => {
  const { page } = app;
  await page.reload();
  await page.getByText('8 pictures read, 1 refused').waitFor();
  await page.getByText('The pictures themselves are not kept.').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('kidney-coach:evaluated:kidney-crop') ?? '');
  expect(kept).toContain('hydronephrosis');
  expect(kept).not.toMatch(/kidney-\d|\.png/);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('kidney-coach:evaluated:kidney-crop'))).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await page.evaluate(() => localStorage.getItem('kidney-coach:evaluated:kidney-crop'))).toBe(kept);
  expect(app.errors).toEqual([]);
});

/** Four kidneys with hydronephrosis, four without, and a photograph; rows of a table for each, and a bad one. */
async function ownSet(): Promise<[PictureFile[], string]> {
  const kidneys = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      phantomPicture(`kidney-${i}.png`, {
        seed: 40 + i,
        wish: i < 4 ? { findings: ['hydronephrosis'], hydronephrosisGrade: 4 } : { person: { egfr: 100 } },
      }),
    ),
  );
  const rows = kidneys.map(({ name }, i) => `${name},${i < 4 ? 1 : 0}`);
  const table = ['filename,hydronephrosis', ...rows, 'holiday.jpg,0', 'kidney-9.png,perhaps'].join('\n');
  return [[...kidneys, await colourPhoto()], table];
}

function csvFile(text: string): PictureFile {
  return { name: 'truths.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}
