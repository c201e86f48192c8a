import { describe, expect, it } from 'vitest';
import { type Failure, toFailure } from '../../src/failure.ts';
import type { Clip } from '../../src/frame/clip.ts';
import { openDicomClip, openDicomFrame } from '../../src/frame/open-dicom.ts';
import { concat, type DicomElement, encapsulate, writeDicom } from '../fixtures/make-dicom.ts';
import { planted, regionItem, ultrasoundDicom } from '../fixtures/ultrasound-dicom.ts';

const side = 16;
/** A frame of one grey. */
const frame = (grey: number) => ({ width: side, height: side, data: new Uint8Array(side * side).fill(grey) });

function fileOf(bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], `${planted.name}.dcm`);
}

async function greyOf(bitmap: ImageBitmap): Promise<number[]> {
  const context = new OffscreenCanvas(side, side).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return [...(context?.getImageData(5, 5, 1, 1).data ?? [])];
}

async function openCine(elements: readonly DicomElement[] = []): Promise<Clip> {
  const frames = [10, 120, 250].map(frame);
  const region = regionItem({ 1597486: -0.05 });
  const clip = await openDicomClip(fileOf(ultrasoundDicom(frames, { elements, regions: [region] })));
  if (clip === null) throw new Error('a cine was taken for a still');
  return clip;
}

async function failureOf(opening: Promise<unknown>): Promise<Failure> {
  return opening.then(
    () => Promise.reject(new Error('it opened')),
    (thrown: unknown) => toFailure(thrown),
  );
}

describe('a DICOM cine', () => {
  it('says its size, its own times and its scale, and not its name', async () => {
    const clip = await openCine([[0x0018_1065, 'DS', '0\\30\\70']]);
    expect(clip).toMatchObject({ name: '', origin: 'dicom', width: side, height: side, isIdentifying: true });
    expect(clip.timesMs).toEqual([0, 30, 100]);
    expect(clip.calibrationOf(2)).toMatchObject({ cmPerPixelX: 0.03, cmPerPixelY: 0.05 });
    clip.close();
  });

  it('gives each frame, in any order, and none once it is closed', async () => {
    const clip = await openCine();
    for (const [index, grey] of [
      [2, 250],
      [0, 10],
      [1, 120],
      [0, 10],
    ] as const) {
      expect(await greyOf(await clip.read(index))).toEqual([grey, grey, grey, 255]);
    }
    const reading = clip.read(1);
    clip.close();
    expect((await failureOf(reading)).code).toBe('worker-lost');
    expect((await failureOf(clip.read(0))).code).toBe('worker-lost');
  });

  it('of one frame is a still', async () => {
    expect(await openDicomClip(fileOf(ultrasoundDicom([frame(1)])))).toBeNull();
  });
});

describe('a DICOM still', () => {
  it('is a frame of which nothing is kept yet', async () => {
    const opened = await openDicomFrame(fileOf(ultrasoundDicom([frame(77)])));
    expect(opened).toMatchObject({
      origin: 'dicom',
      name: '',
      picture: null,
      isIdentifying: true,
      notice: null,
    });
    expect(await greyOf(opened.bitmap)).toEqual([77, 77, 77, 255]);
  });

  it('longer than is kept is made smaller, and its scale with it', async () => {
    const wide = { width: 4096, height: 8, data: new Uint8Array(4096 * 8) };
    const region = regionItem({ 1597468: 4095 });
    const opened = await openDicomFrame(fileOf(ultrasoundDicom([wide], { regions: [region] })));
    expect([opened.bitmap.width, opened.bitmap.height]).toEqual([2048, 4]);
    expect(opened.calibration?.cmPerPixelX).toBeCloseTo(0.06);
    expect(opened.calibration?.region).toEqual({ x: 0, y: 0, width: 2048, height: 4 });
  });

  it('that is cut short says so with its own name and its numbers', async () => {
    const whole = ultrasoundDicom([frame(1)]);
    const failure = await failureOf(openDicomFrame(fileOf(whole.slice(0, whole.length - 9))));
    expect(failure).toMatchObject({
      code: 'dicom-cut-short',
      detail: `${planted.name}.dcm`,
      facts: { have: whole.length - 9, whole: whole.length },
    });
  });
});

describe('what is no picture', () => {
  const object = (sopClass: string): Uint8Array<ArrayBuffer> => writeDicom([[0x0008_0016, 'UI', sopClass]]);
  const packed = (syntax: string): Uint8Array<ArrayBuffer> => {
    const size: DicomElement[] = [
      [0x0028_0002, 'US', 1],
      [0x0028_0004, 'CS', 'MONOCHROME2'],
      [0x0028_0010, 'US', 8],
      [0x0028_0011, 'US', 8],
      [0x0028_0100, 'US', 8],
      [0x0028_0101, 'US', 8],
      [0x0028_0102, 'US', 7],
    ];
    return concat([writeDicom(size, syntax), encapsulate([new Uint8Array(40)])]);
  };
  it.each([
    ['a PDF', 'dicom-pdf', object('1.2.840.10008.5.1.4.1.1.104.1')],
    ['a report', 'dicom-report', object('1.2.840.10008.5.1.4.1.1.88.22')],
    ['curves', 'dicom-waveform', object('1.2.840.10008.5.1.4.1.1.9.1.1')],
    ['a presentation', 'dicom-presentation', object('1.2.840.10008.5.1.4.1.1.11.1')],
    ['a directory', 'dicom-directory', object('1.2.840.10008.1.3.10')],
    ['something else', 'dicom-no-picture', object('1.2.840.10008.5.1.4.1.1.66')],
    ['MPEG-4', 'dicom-video', packed('1.2.840.10008.1.2.4.102')],
    ['a private packing', 'dicom-packing', packed('1.2.3.4.5')],
    ['JPEG that is none', 'dicom-damaged', packed('1.2.840.10008.1.2.4.50')],
    ['RLE that is none', 'dicom-damaged', packed('1.2.840.10008.1.2.5')],
    ['no DICOM', 'not-dicom', new Uint8Array(200)],
    ['nothing', 'image-empty', new Uint8Array()],
  ])('%s is named', async (_what, code, bytes) => {
    expect((await failureOf(openDicomFrame(fileOf(bytes)))).code).toBe(code);
  });
});
