import { describe, expect, it } from 'vitest';
import { paint } from '../../../src/dicom/paint.ts';
import { preparePalette } from '../../../src/dicom/palette.ts';
import type { PictureFormat, Samples } from '../../../src/dicom/picture-format.ts';
import { undoRle } from '../../../src/dicom/undo-rle.ts';
import { unpackNative } from '../../../src/dicom/unpack-native.ts';

const grey8: PictureFormat = {
  width: 2,
  height: 1,
  frames: 1,
  samples: 1,
  photometric: 'MONOCHROME2',
  isPlanar: false,
  bitsAllocated: 8,
  bitsStored: 8,
  highBit: 7,
  isSigned: false,
};
const colour: PictureFormat = { ...grey8, samples: 3, photometric: 'RGB' };
const plain = { slope: 1, intercept: 0, window: null };

function pixelsOf(
  samples: Samples,
  format: PictureFormat,
  grey = plain as Parameters<typeof paint>[1]['grey'],
): number[] {
  return [...paint(samples, { format, grey, palettes: null }).data];
}

describe('grey pictures', () => {
  it('are painted as they are, and turned round for MONOCHROME1', () => {
    const samples: Samples = { values: Uint8Array.of(0, 200), isPlanar: false, colour: 'grey' };
    expect(pixelsOf(samples, grey8)).toEqual([0, 0, 0, 255, 200, 200, 200, 255]);
    expect(pixelsOf(samples, { ...grey8, photometric: 'MONOCHROME1' })).toEqual([
      255, 255, 255, 255, 55, 55, 55, 255,
    ]);
  });

  it('of 12 signed bits go through rescale and window (PS3.3, C.11.2.1.2.1)', () => {
    const format = {
      ...grey8,
      width: 3,
      bitsAllocated: 16,
      bitsStored: 12,
      highBit: 11,
      isSigned: true,
    } as const;
    const words = Uint8Array.of(0xff, 0x0f, 0x00, 0x00, 0x64, 0x00);
    const samples = unpackNative(words, format, false);
    expect([...samples.values]).toEqual([-1, 0, 100]);
    const grey = { slope: 2, intercept: 10, window: { center: 110.5, width: 201 } };
    // 10 lies at the window's foot; 210 at its top.
    expect(pixelsOf(samples, format, grey)).toEqual([0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255]);
  });
});

describe('colour pictures', () => {
  it('lie pixel by pixel or plane by plane', () => {
    const byPixel: Samples = { values: Uint8Array.of(1, 2, 3, 4, 5, 6), isPlanar: false, colour: 'rgb' };
    const byPlane: Samples = { values: Uint8Array.of(1, 4, 2, 5, 3, 6), isPlanar: true, colour: 'rgb' };
    expect(pixelsOf(byPixel, colour)).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
    expect(pixelsOf(byPlane, colour)).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it('of full luma and chroma become red, green and blue', () => {
    const samples: Samples = {
      values: Uint8Array.of(76, 85, 255, 128, 128, 128),
      isPlanar: false,
      colour: 'ycc',
    };
    expect(pixelsOf(samples, colour)).toEqual([254, 0, 0, 255, 128, 128, 128, 255]);
  });

  it('of halved chroma share it between two pixels', () => {
    const format = { ...colour, photometric: 'YBR_FULL_422' } as const;
    const { values } = unpackNative(Uint8Array.of(10, 20, 100, 200), format, false);
    expect([...values]).toEqual([10, 100, 200, 20, 100, 200]);
  });
});

describe('palettes', () => {
  it('hold words, or bytes two in a word', () => {
    const words = preparePalette({
      descriptor: [3, 5, 16],
      words: Uint16Array.of(0, 0x8000, 0xffff),
      isSegmented: false,
    });
    expect(words).toEqual({ first: 5, values: Uint8Array.of(0, 128, 255) });
    const bytes = preparePalette({
      descriptor: [4, 0, 8],
      words: Uint16Array.of(0x0201, 0x0403),
      isSegmented: false,
    });
    expect([...bytes.values]).toEqual([1, 2, 3, 4]);
  });

  it('may be cut into discrete, linear and indirect segments (PS3.3, C.7.9.2)', () => {
    const words = Uint16Array.of(0, 2, 0, 0x1000, 1, 2, 0x3000, 2, 1, 0, 0);
    const { values } = preparePalette({ descriptor: [6, 0, 16], words, isSegmented: true });
    expect([...values]).toEqual([0x00, 0x10, 0x20, 0x30, 0x00, 0x10]);
  });

  it.each([
    ['of an unknown kind', Uint16Array.of(7, 1, 1)],
    ['that lead to one another', Uint16Array.of(2, 1, 0, 0)],
    ['that are none', Uint16Array.of()],
  ])('with segments %s are refused', (_what, words) => {
    expect(() => preparePalette({ descriptor: [4, 0, 16], words, isSegmented: true })).toThrow(/palette/);
  });
});

describe('RLE', () => {
  const packed = (...segments: number[][]): Uint8Array => {
    const head = new Uint32Array(16);
    head[0] = segments.length;
    let at = 64;
    for (const [i, segment] of segments.entries()) {
      head[i + 1] = at;
      at += segment.length;
    }
    return Uint8Array.from([...new Uint8Array(head.buffer), ...segments.flat()]);
  };

  it('holds runs and plain bytes, the high byte of a word first', () => {
    const frame = packed([0xfe, 0x12], [0x02, 1, 2, 3]);
    const { bytes, missing } = undoRle(frame, { pixels: 3, planes: 1, bytesPerSample: 2 });
    expect([...bytes]).toEqual([1, 0x12, 2, 0x12, 3, 0x12]);
    expect(missing).toBe(0);
  });

  it('counts what is missing, and never writes past the picture', () => {
    expect(undoRle(packed([0x00, 7]), { pixels: 3, planes: 1, bytesPerSample: 1 }).missing).toBe(2);
    expect([...undoRle(packed([0x81, 9]), { pixels: 3, planes: 1, bytesPerSample: 1 }).bytes]).toEqual([
      9, 9, 9,
    ]);
  });

  it('of another number of segments is refused', () => {
    expect(() => undoRle(packed([0, 1]), { pixels: 1, planes: 3, bytesPerSample: 1 })).toThrow(RangeError);
  });
});
