import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DicomElement } from '../fixtures/make-dicom.ts';
import { regionItem, ultrasoundDicom } from '../fixtures/ultrasound-dicom.ts';
import { dicomFile, dropFolder, folderOf, kidneyDicom } from './dicom-files.ts';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture, type PictureFile } from './pictures.ts';
import { zipFiles } from './zip-files.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await app.page.getByRole('button', { name: 'I understand' }).click();
  await waitUntilReady(app.page);
});
afterAll(() => app.context.close());
beforeEach(async () => {
  await app.page.goto(`${app.url}#/scan`);
  const clear = app.page.getByRole('button', { name: 'Clear this list' });
  if (await clear.isVisible()) await clear.click();
});

async function chooseFolder(folder: string): Promise<void> {
  await app.page.locator('input[type=file]:not([multiple])').setInputFiles(folder);
}

/** The names in the list of this sitting, once all are checked. */
async function checkedNames(count: number): Promise<string[]> {
  await app.page
    .getByRole('heading', { name: new RegExp(`^${count} pictures? checked`) })
    .waitFor({ timeout: 60_000 });
  const rows = await app.page.locator('section[aria-live] li').allInnerTexts();
  return rows.map((row) => row.split('\n').find((line) => /^(IM|I)\w*\d|\.png$/.test(line)) ?? row);
}

async function errorOn(one: PictureFile): Promise<string> {
  await choosePictures(app.page, [one]);
  return app.page.getByRole('alert').innerText();
}

async function provenance(): Promise<string> {
  await app.page.waitForURL(/examination/);
  await app.page.getByText('Details and provenance').click();
  return app.page.locator('main').innerText();
}

/** Drops files as a hand does: the browser offers no other way to a script. */
async function drop(files: readonly PictureFile[]): Promise<void> {
  const plain = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await app.page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, plain);
}

describe('a DICOM file', () => {
  it('is checked like a picture, and the result says where its scale comes from', async () => {
    await choosePictures(app.page, [dicomFile('IM_0001')]);
    const text = await provenance();
    expect(text).toContain('DICOM region, 0.031 cm a pixel');
    expect(text).not.toContain('IM_0001');
  });

  it('with a delta of one says that its scale is not to be trusted', async () => {
    const region = regionItem({ 1597484: 1, 1597486: 1 });
    await choosePictures(app.page, [dicomFile('IM1', kidneyDicom(2, [[0x0018_6011, 'SQ', [region]]]))]);
    expect(await provenance()).toContain('does not say reliably how long a centimetre is');
  });

  it('is known without preamble, and without its name ending', async () => {
    await choosePictures(app.page, [dicomFile('anything', kidneyDicom().subarray(132))]);
    expect(await provenance()).toContain('DICOM region');
  });
});

describe('many at once', () => {
  it('opens a folder in the order of its names, and leaves out what is no picture', async () => {
    const png = await drawnPicture();
    await chooseFolder(
      folderOf({
        'series/IM10': kidneyDicom(10),
        'series/IM2': kidneyDicom(2),
        'series/readme.txt': 'not a picture',
        'a.png': png.buffer,
      }),
    );
    expect(await checkedNames(3)).toEqual(['a.png', 'IM2', 'IM10']);
  });

  it('opens a ZIP, and a mixed drop of picture, DICOM and ZIP', async () => {
    const zip = dicomFile('export.zip', await zipFiles({ 'x/IM2': kidneyDicom(2), 'x/IM1': kidneyDicom(1) }));
    await choosePictures(app.page, [zip]);
    expect(await checkedNames(2)).toEqual(['IM1', 'IM2']);
    await app.page.getByRole('button', { name: 'Clear this list' }).click();
    await drop([await drawnPicture('one.png'), dicomFile('IM7', kidneyDicom(7)), zip]);
    expect(await checkedNames(4)).toEqual(['one.png', 'IM7', 'IM1', 'IM2']);
  });

  it('opens a dropped folder, the folders inside it too', async () => {
    await dropFolder(
      app,
      folderOf({ 'b/c/IM2': kidneyDicom(2), IM1: kidneyDicom(1), 'notes.txt': 'nothing' }),
    );
    expect(await checkedNames(2)).toEqual(['IM2', 'IM1']);
  });

  it('says when a folder or a ZIP holds nothing to look at', async () => {
    await chooseFolder(folderOf({ 'notes.txt': 'nothing' }));
    expect(await app.page.getByRole('alert').innerText()).toContain(
      '“EXPORT” holds no picture and no DICOM file.',
    );
  });
});

const hasDcmtk = spawnSync('dcmmkdir', ['--version']).error === undefined;
const whyNot = hasDcmtk ? '' : ' — SKIPPED: dcmmkdir is missing (apt-get install dcmtk)';

describe.skipIf(!hasDcmtk)(`a folder with a DICOMDIR${whyNot}`, () => {
  it('is opened in the order of its series and instances, not of its names', async () => {
    const numbered = (seed: number, instance: string): Buffer =>
      kidneyDicom(seed, [
        [0x0008_0018, 'UI', `1.2.3.${seed}`],
        [0x0008_0030, 'TM', '120000'],
        [0x0020_000e, 'UI', '1.2.3.9'],
        [0x0020_0010, 'SH', '1'],
        [0x0020_0011, 'IS', '1'],
        [0x0020_0013, 'IS', instance],
      ]);
    const folder = folderOf({ IM1: numbered(1, '3'), IM2: numbered(2, '1'), IM3: numbered(3, '2') });
    const made = spawnSync('dcmmkdir', ['+r', '+I', '-Nxc', '+id', folder, '+D', join(folder, 'DICOMDIR')]);
    expect(made.stderr.toString()).toBe('');
    await chooseFolder(folder);
    expect(await checkedNames(3)).toEqual(['IM2', 'IM3', 'IM1']);
  });
});

describe('a file that cannot be read says what it is and why', () => {
  const whole = kidneyDicom();
  const without = (tag: number, ...elements: DicomElement[]): Buffer =>
    Buffer.from(
      ultrasoundDicom([{ width: 2, height: 2, data: new Uint8Array(4) }], {
        elements: [[tag, 'UN', ''], ...elements],
      }),
    );
  it.each([
    ['cut short', () => whole.subarray(0, 100_000), /is cut short: 100000 of \d{6} bytes are there/],
    [
      'cut short in its header',
      () => whole.subarray(0, 300),
      /whose header is damaged or cut short: 300 bytes/,
    ],
    [
      'a PDF with another name',
      () => Buffer.from('%PDF-1.7 text'),
      /is a PDF document with the name of a DICOM/,
    ],
    ['something else', () => Buffer.from('hello, hello'), /has the name of a DICOM file but is none/],
    [
      'too large',
      () => without(0x0009_0001, [0x0028_0010, 'US', 60_000], [0x0028_0011, 'US', 60_000]),
      /too large to open safely on this device \(60000 × 60000, 1 frames\)/,
    ],
    ['of unknown colours', () => without(0x0009_0001, [0x0028_0004, 'CS', 'CMYK']), /\(CMYK, 8 bits\)/],
  ])('%s', async (_what, buffer, words) => {
    expect(await errorOn(dicomFile('a.dcm', buffer()))).toMatch(words);
  });
});

describe.skipIf(!hasDcmtk)(`offline${whyNot}`, () => {
  it('opens compressed DICOM after the first visit, decoder and all', async () => {
    const folder = folderOf({ plain: kidneyDicom() });
    spawnSync('dcmcjpeg', ['+eb', '+ca', join(folder, 'plain'), join(folder, 'jpeg')]);
    const jpeg = readFileSync(join(folder, 'jpeg'));
    await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await app.context.setOffline(true);
    await choosePictures(app.page, [dicomFile('IM_0001', jpeg)]);
    expect(await provenance()).toContain('DICOM region');
    await app.context.setOffline(false);
  });
});

it('wrote no error to the console', () => {
  expect(app.errors).toEqual([]);
});
