import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotatedPicture } from '../../src/annotation/annotation.ts';
import { writeViaCsv } from '../../src/annotation/write-via-csv.ts';
import { type OpenedApp, openApp } from './open-app.ts';
import { phantomPicture } from './phantom-picture.ts';
import type { PictureFile } from './pictures.ts';

let app: OpenedApp;
let pictures: readonly PictureFile[];
let csv: string;

beforeAll(async () => {
  app = await openApp();
  pictures = await Promise.all(
    [11, 21, 31].map((seed, index) => phantomPicture(`kidney-${index + 1}.png`, { seed })),
  );
  csv = writeViaCsv({ labelKey: 'Structure', pictures: [labelled(0), missing()] });
});

afterAll(() => app.context.close());

function labelled(index: number): AnnotatedPicture {
  const { name, buffer } = pictures[index] as PictureFile;
  const outer = [
    { x: 200.5, y: 120 },
    { x: 420, y: 130 },
    { x: 400, y: 260 },
    { x: 220, y: 250 },
  ];
  const hole = outer.map(({ x, y }) => ({ x: 310 + (x - 310) / 4, y: 190 + (y - 190) / 4 }));
  const rectangle = { kind: 'rectangle', x: 10, y: 20, width: 30, height: 40 } as const;
  return {
    fileName: name,
    fileSize: buffer.length,
    size: null,
    attributes: { Quality: 'Fair', Reader: 'B', Comments: 'rib, “upper”' },
    regions: [
      {
        shape: { kind: 'polygon', outer, holes: [hole] },
        label: 'Capsule',
        group: null,
        attributes: { sure: 'no' },
      },
      { shape: rectangle, label: 'Cyst', group: null, attributes: {} },
    ],
  };
}

function missing(): AnnotatedPicture {
  return { ...labelled(0), fileName: 'elsewhere.png' };
}

async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await saved.path(), 'utf8');
}

describe('annotation as work', () => {
  it('makes a project of pictures and a VIA file, and names what does not fit before it loads the rest', async () => {
    const { page, url } = app;
    await page.goto(`${url}#/lab/annotate`);
    const via = { name: 'via.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file][multiple][accept*=csv]').setInputFiles([...pictures, via]);
    await page.getByText('“elsewhere.png”').waitFor();
    await page.getByText('1 picture can be loaded.').waitFor();
    await page.getByRole('button', { name: 'Load the rest' }).click();
    await page.getByText('The annotations of 1 picture were loaded.').waitFor();
    await page.getByText('1 of 3 done').first().waitFor();
  });

  it('keeps a stroke over a reload, resumes at the picture, and exports what was imported unchanged', async () => {
    const { page } = app;
    await page.evaluate(() => localStorage.setItem('kidney-coach:proposing', 'off'));
    await page.reload();
    await page.getByRole('button', { name: /kidney-2\.png/ }).click();
    const stage = page.getByRole('application');
    await stage.waitFor();
    await stage.focus();
    await page.keyboard.press('4');
    await page.keyboard.press('d');
    const box = (await stage.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(0.4, 0.4));
    await page.mouse.down();
    for (const [x, y] of [
      [0.6, 0.4],
      [0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.41],
    ] as const) {
      await page.mouse.move(...at(x, y), { steps: 6 });
    }
    await page.mouse.up();
    await page.keyboard.press('Shift+Digit1');
    const good = page.getByRole('radio', { name: 'Good' }).and(page.locator(':checked'));
    await good.waitFor();
    // The page is not busy with it any more: it is on the disk.
    await page.locator('[aria-busy=false]', { hasText: 'Begun' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'kidney-2.png' }).waitFor();
    await good.waitFor();
    await page.getByRole('application').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'kidney-3.png' }).waitFor();
    await page.getByText('2 of 3 done').waitFor();

    await page.getByRole('button', { name: 'Pictures and files' }).click();
    const save = page.getByRole('button', { name: 'Save file' });
    const exported = (await download(page, () => save.click())).trim().split('\n');
    const imported = csv
      .trim()
      .split('\n')
      .filter((line) => line.includes('kidney-1.png'));
    expect(exported.filter((line) => line.startsWith('kidney-1.png'))).toEqual(imported);
    const drawn = exported.filter((line) => line.startsWith('kidney-2.png'));
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toContain('""Structure"":""Cortex""');
    expect(drawn[0]).toContain('""Quality"":""Good""');
    expect(exported.filter((line) => line.startsWith('kidney-3.png'))).toHaveLength(1);
  });

  it('begins with the model’s outlines, which stay beside, and brings a deleted project back', async () => {
    const { page, url } = app;
    await page.evaluate(() => localStorage.setItem('kidney-coach:proposing', 'on'));
    await page.reload();
    await page.getByRole('button', { name: /kidney-3\.png/ }).click();
    await page.getByText('Proposed').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Use the model’s outlines' }).waitFor();
    await page.goto(`${url}#/lab/annotate`);
    await page.getByRole('button', { name: /^Delete project/ }).click();
    await page.getByText('No project yet.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 of 3 done').waitFor();
    expect(app.errors).toEqual([]);
  });
});
