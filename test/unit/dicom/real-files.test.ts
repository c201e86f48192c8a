import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../../workers/dicom/open-file.ts';
import {
  dicomFiles,
  dicomFolder,
  type TruePicture,
  trueFrames,
  whyNoTruth,
} from '../../fixtures/dicom-truth.ts';
import { readWasmFromDisk } from '../../fixtures/read-wasm-from-disk.ts';

const reason = whyNoTruth();

/** The largest difference of any sample. */
function difference(data: Uint8ClampedArray, { rgb }: TruePicture): number {
  let largest = 0;
  for (let i = 0; i < rgb.length; i++) {
    const at = Math.floor(i / 3) * 4 + (i % 3);
    largest = Math.max(largest, Math.abs((data[at] ?? 0) - (rgb[i] ?? 0)));
  }
  return largest;
}

describe.skipIf(reason !== '')(`real DICOM files${reason}`, () => {
  beforeAll(readWasmFromDisk);

  it.each(dicomFiles())('%s has the pixels that dcmtk or gdcm shows', async (name) => {
    const path = dicomFolder + name;
    const truth = trueFrames(path);
    const file = await openFile(new Blob([readFileSync(path)]));
    await file.loadCodec();
    expect(file.about.timesMs).toHaveLength(truth.length);
    for (const [index, frame] of truth.entries()) {
      const { data, width, height } = await file.frame(index);
      expect([width, height]).toEqual([frame.width, frame.height]);
      // dcmtk cuts off what its conversion of raw YBR leaves behind the point, and does not round.
      const tolerance = name.includes('ybr_full_422_uncompressed') ? 1 : 0;
      expect(difference(data, frame)).toBeLessThanOrEqual(tolerance);
    }
  });
});
