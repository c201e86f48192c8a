import { readFileSync } from 'node:fs';
import type { DataSet } from 'dicom-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../../workers/dicom/open-file.ts';
import { readDicom } from '../../../workers/dicom/read-dicom.ts';
import { dicomFiles, dicomFolder } from '../../fixtures/dicom-truth.ts';
import { readWasmFromDisk } from '../../fixtures/read-wasm-from-disk.ts';
import { planted, regionItem, ultrasoundDicom } from '../../fixtures/ultrasound-dicom.ts';

const names = dicomFiles();
const reason = names.length > 0 ? '' : ' — SKIPPED: there are no DICOM files at ../shared/data/dicom';

beforeAll(readWasmFromDisk);

/** Dates, times, persons, free texts, UIDs: every text of the file that is no code or number of the standard. */
function textsOf(data: DataSet): string[] {
  return Object.values(data.elements).flatMap(({ tag, vr = '', items }) => {
    const inside = items?.flatMap(({ dataSet }) => (dataSet === undefined ? [] : textsOf(dataSet))) ?? [];
    const isText = ['PN', 'LO', 'SH', 'DA', 'TM', 'DT', 'UI', 'LT', 'ST', 'UT', 'AE'].includes(vr);
    const text = isText ? (data.string(tag)?.trim() ?? '') : '';
    return text.length > 3 ? [text, ...inside] : inside;
  });
}

describe('what the worker answers', () => {
  it('is no more than the allowed fields, and none of the planted identifiers', async () => {
    const plane = { width: 8, height: 8, data: new Uint8Array(64) };
    const bytes = ultrasoundDicom([plane, plane], {
      regions: [regionItem()],
      elements: [[0x0018_1063, 'DS', '33.3']],
    });
    const { about } = await openFile(new Blob([bytes]));
    const calibration = {
      source: 'dicom-region',
      cmPerPixelX: 0.03,
      cmPerPixelY: 0.03,
      region: { x: 0, y: 0, width: 8, height: 8 },
    };
    expect(about).toStrictEqual({
      width: 8,
      height: 8,
      modality: 'ultrasound',
      timesMs: [0, 33.3],
      calibrations: [calibration, calibration],
    });
    for (const secret of Object.values(planted)) expect(JSON.stringify(about)).not.toContain(secret);
  });

  it('holds the regions of each frame of its own, and those for all where it has none', async () => {
    const plane = { width: 8, height: 8, data: new Uint8Array(64) };
    const own = [[[0x0018_6011, 'SQ', [regionItem({ 1597484: 0.05 })]]]];
    const bytes = ultrasoundDicom([plane, plane], {
      regions: [regionItem()],
      elements: [[0x5200_9230, 'SQ', [...own, []] as never]],
    });
    const { about } = await openFile(new Blob([bytes]));
    expect(about.calibrations.map((one) => one?.cmPerPixelX)).toEqual([0.05, 0.03]);
  });
});

describe.skipIf(names.length === 0)(`of real files${reason}`, () => {
  it.each(names)('%s lets no text of its own out', async (name) => {
    const bytes = readFileSync(dicomFolder + name);
    const { about } = await openFile(new Blob([bytes]));
    const answer = JSON.stringify(about);
    const texts = textsOf((await readDicom(new Blob([bytes]))).data);
    for (const text of texts) expect(answer).not.toContain(text);
  });

  it('says which of them have a scale, by the rules', async () => {
    const scaled = new Map<string, number>();
    for (const name of names) {
      const { about } = await openFile(new Blob([readFileSync(dicomFolder + name)]));
      const [first] = about.calibrations;
      if (first) scaled.set(name.replace('.dcm', ''), first.cmPerPixelX);
    }
    // The cine and the palette example were made smaller after their regions were written: their lengths are not trusted.
    expect([...scaled.keys()]).toEqual([
      'pydicom-data--OBXXXX1A',
      'pydicom-data--OBXXXX1A_2frame',
      'pydicom-data--OBXXXX1A_expb',
      'pydicom-data--OBXXXX1A_rle',
      'pydicom-data--OBXXXX1A_rle_2frame',
      'pydicom-data--gdcm-US-ALOKA-16',
    ]);
  });
});
