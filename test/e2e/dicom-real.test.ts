import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dicomFiles, dicomFolder, trueFrames, whyNoTruth } from '../fixtures/dicom-truth.ts';
import { dicomFile } from './dicom-files.ts';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

const reason = whyNoTruth();
/** One still of each way to decode. */
const oneOfEach = [
  'derived--US1_Deflated.dcm',
  'derived--US1_RLE.dcm',
  'derived--US1_JPEGbaseline_YBR422.dcm',
  'derived--US1_JPEGlossless_SV1.dcm',
  'derived--US1_JPEGLS_near.dcm',
  'dicom-test-files--US1_J2KI.dcm',
  'pydicom-data--gdcm-US-ALOKA-16.dcm',
];

describe.skipIf(reason !== '')(`real DICOM files in the built app${reason}`, () => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: 'I understand' }).click();
    await waitUntilReady(app.page);
  });
  afterAll(() => app.context.close());

  const open = (name: string) => dicomFile(name, readFileSync(dicomFolder + name));

  /** The picture that history keeps of the examination that is shown. */
  async function keptPicture(): Promise<Buffer> {
    await app.page.waitForURL(/examination/);
    const base64 = await app.page.evaluate(async () => {
      const id = location.hash.split('/').at(-1) ?? '';
      const request = indexedDB.open('kidney-coach-history');
      await new Promise((resolve) => request.addEventListener('success', resolve));
      const read = request.result.transaction('pictures').objectStore('pictures').get(id);
      await new Promise((resolve) => read.addEventListener('success', resolve));
      request.result.close();
      return btoa([...new Uint8Array(read.result.bytes)].map((byte) => String.fromCharCode(byte)).join(''));
    });
    return Buffer.from(base64, 'base64');
  }

  it.each(oneOfEach)('%s keeps, inside its sector, the pixels that dcmtk or gdcm shows', async (name) => {
    await app.page.goto(`${app.url}#/scan`);
    await choosePictures(app.page, [open(name)]);
    const { data, info } = await sharp(await keptPicture())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [truth] = trueFrames(dicomFolder + name);
    expect([info.width, info.height]).toEqual([truth?.width, truth?.height]);
    let same = 0;
    let other = 0;
    for (let i = 0; i < data.length; i += 3) {
      const pixel = [0, 1, 2].map((channel) => data[i + channel]);
      if (pixel.every((value) => value === 0)) continue;
      if (pixel.every((value, channel) => value === truth?.rgb[i + channel])) same++;
      else other++;
    }
    expect(same).toBeGreaterThan(data.length / 3 / 20);
    // The sector's edge runs through pixels, which are then darker than they were.
    expect(other / same).toBeLessThan(0.02);
  });

  it('opens all of them at once', async () => {
    await app.page.goto(`${app.url}#/scan`);
    const files = dicomFiles();
    await choosePictures(app.page, files.map(open));
    await app.page
      .getByRole('heading', { name: `${files.length} pictures checked` })
      .waitFor({ timeout: 220_000 });
    expect(await app.page.getByRole('alert').allInnerTexts()).toEqual([]);
  }, 240_000);

  it('wrote no error to the console', () => {
    expect(app.errors).toEqual([]);
  });
});
