import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitSize } from '../../../src/pixels/limit-size.ts';
import { coloursOf, greyOf, meanOf, type PlanarImage } from '../../../src/pixels/planar-image.ts';
import { isColourPhoto, readColour } from '../../../src/pixels/read-colour.ts';

type Rgb = readonly [number, number, number];

interface Making {
  readonly width: number;
  readonly height: number;
  readonly margin?: number;
  readonly isFullRange?: boolean;
  readonly isInterleaved?: boolean;
}

/** A frame as a camera would give it: BT.601, chroma of the pixel at the top left of each four. */
function makeFrame(making: Making, colourAt: (x: number, y: number) => Rgb): PlanarImage {
  const { width, height, margin = 0, isFullRange = true, isInterleaved = false } = making;
  const [half, rows] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const stride = width + margin;
  const chromaStride = isInterleaved ? 2 * half : half;
  const blueAt = stride * height;
  const redAt = isInterleaved ? blueAt + 1 : blueAt + chromaStride * rows;
  const step = isInterleaved ? 2 : 1;
  const data = new Uint8Array(redAt + chromaStride * rows);
  const [offset, yScale, cScale] = isFullRange ? [0, 1, 1] : [16, 219 / 255, 224 / 255];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = colourAt(x, y);
      const luma = 0.299 * r + 0.587 * g + 0.114 * b;
      data[y * stride + x] = Math.round(offset + luma * yScale);
      if (x % 2 || y % 2) continue;
      const at = (y / 2) * chromaStride + (x / 2) * step;
      data[blueAt + at] = Math.round(128 + ((b - luma) / 1.772) * cScale);
      data[redAt + at] = Math.round(128 + ((r - luma) / 1.402) * cScale);
    }
  }
  const blue = { offset: blueAt, stride: chromaStride, step } as const;
  return {
    ...{ width, height, data, isFullRange, blue },
    luma: { offset: 0, stride, step: 1 },
    red: { offset: redAt, stride: chromaStride, step },
  };
}

const sizes = fc.record({
  width: fc.integer({ min: 2, max: 60 }),
  height: fc.integer({ min: 2, max: 60 }),
  margin: fc.integer({ min: 0, max: 9 }),
  isFullRange: fc.boolean(),
  isInterleaved: fc.boolean(),
});

describe('a camera’s planes', () => {
  it('give the grey that was in front of it, whatever their layout and range', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (making, slope) => {
        const greyAt = (x: number, y: number) => (x * slope + y * 3) % 256;
        const frame = makeFrame(making, (x, y) => [greyAt(x, y), greyAt(x, y), greyAt(x, y)]);
        const { data, width } = greyOf(frame, 512);
        data.forEach((level, i) => {
          const expected = greyAt(i % width, Math.floor(i / width));
          expect(Math.abs(level - expected)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('are made as small as any other picture', () => {
    const frame = makeFrame({ width: 1280, height: 720, isFullRange: false }, (x, y) => {
      const level = (x * 2 + y) % 200;
      return [level, level, level];
    });
    const { width, height, data } = greyOf(frame, 512);
    const whole = limitSize(greyOf(frame, 1280), 512);
    expect([width, height]).toEqual([512, 288]);
    expect(data.every((level, i) => Math.abs(level - (whole.data[i] ?? 0)) <= 1)).toBe(true);
  });

  it('give their colours back', () => {
    fc.assert(
      fc.property(sizes, fc.tuple(byte(), byte(), byte()), (making, colour) => {
        const { data } = coloursOf(
          makeFrame(making, () => colour),
          3,
        );
        data.forEach((level, i) => {
          if (i % 4 < 3) expect(Math.abs(level - (colour[i % 4] ?? 0))).toBeLessThanOrEqual(3);
        });
      }),
    );
  });

  it('give the plain mean of the colours', () => {
    fc.assert(
      fc.property(sizes, fc.tuple(byte(), byte(), byte()), (making, colour) => {
        const mean = (colour[0] + colour[1] + colour[2]) / 3;
        const { data } = meanOf(makeFrame(making, () => colour));
        for (const level of data) expect(Math.abs(level - mean)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('tell a photograph from ultrasound', () => {
    const size = { width: 320, height: 240, isInterleaved: true };
    const photo = makeFrame(size, (x) => (x < 160 ? [200, 60, 40] : [40, 120, 220]));
    const ultrasound = makeFrame(size, (x, y) => [(x + y) % 256, (x + y) % 256, (x + y) % 256]);
    expect(isColourPhoto(readColour(coloursOf(photo, 2), 1))).toBe(true);
    expect(isColourPhoto(readColour(coloursOf(ultrasound, 2), 1))).toBe(false);
  });
});

function byte() {
  return fc.integer({ min: 0, max: 255 });
}
