import { describe, expect, it } from 'vitest';
import { writeSecondaryCapture } from '../../../src/report/write-secondary-capture.ts';
import { askPython, hasValidator, tell, whyNoSegReaders } from '../../fixtures/seg-tools.ts';
import { fullReport } from './full-record.ts';

const why = whyNoSegReaders();
const size = { width: 5, height: 3 };
const data = Uint8ClampedArray.from({ length: 60 }, (_, i) => (i * 37) & 255);
const rgb = [...data].filter((_, i) => i % 4 !== 3);

const readPixels = `
import json, sys, pydicom
data = pydicom.dcmread(sys.argv[1])
print(json.dumps([data.pixel_array.tolist(), data.BurnedInAnnotation, data.PatientID, str(data.PatientName)]))
`;

describe.skipIf(why !== '')(`DICOM secondary captures${why}`, () => {
  const bytes = writeSecondaryCapture(fullReport, { ...size, data });

  it('give pydicom the same pixels, say that something is burned in, and name nobody', () => {
    const [pixels, isBurnedIn, id, name] = askPython(readPixels, bytes) as [
      number[][][],
      string,
      string,
      string,
    ];
    expect(pixels.flat(2)).toEqual(rgb);
    expect([pixels.length, pixels[0]?.length]).toEqual([size.height, size.width]);
    expect([isBurnedIn, id, name]).toEqual(['YES', 'Heron 12', '']);
  });

  it('are accepted by dcmtk and dciodvfy', () => {
    expect(tell(['dcmftest'], bytes)).toMatchObject({ status: 0 });
    expect(tell(['dcmdump'], bytes).words).not.toMatch(/^[EW]:/m);
    if (hasValidator()) expect(tell(['dciodvfy'], bytes).words).not.toMatch(/^Error/m);
  });
});
