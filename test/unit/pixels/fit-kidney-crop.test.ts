import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPoles } from '../../../src/pixels/find-poles.ts';
import { cropMargin, fitKidneyCrop, kidneyCropBox, type Poles } from '../../../src/pixels/fit-kidney-crop.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { Sector } from '../../../src/pixels/sector.ts';

function picture(width: number, height: number, grey: (x: number, y: number) => number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = grey(i % width, Math.floor(i / width));
  return { width, height, data };
}

function rectangle(width: number, height: number, left = 0): Sector {
  const outline = [
    { x: left, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: left, y: height },
  ];
  return { shape: 'rectangle', outline, bounds: { x: left, y: 0, width: width - left, height }, apex: null };
}

/** Grey-weighted middle of a side × side crop. */
function middle(grey: Uint8Array, side: number): [number, number] {
  let [sum, x, y] = [0, 0, 0];
  for (const [i, value] of grey.entries()) {
    sum += value;
    x += value * ((i % side) + 0.5);
    y += value * (Math.floor(i / side) + 0.5);
  }
  return [x / sum, y / sum];
}

const slanted: Poles = [
  { x: 60, y: 80 },
  { x: 140, y: 140 },
];

describe('fitKidneyCrop', () => {
  it('is the square round the middle of the long axis', () => {
    const box = kidneyCropBox({ poles: slanted, side: 160 });
    expect(box.width).toBeCloseTo(100 * cropMargin, 9);
    expect(box.height).toBe(box.width);
    expect([box.x, box.y].map((from) => from + box.width / 2)).toEqual([100, 110]);
  });

  it('is square on the patient where pixels are not', () => {
    const box = kidneyCropBox({ poles: slanted, side: 160, margin: 1 }, 1.5);
    expect(box.height).toBeCloseTo(Math.hypot(80 * 1.5, 60), 6);
    expect(box.width * 1.5).toBeCloseTo(box.height, 6);
  });

  it('does not change with the order of the poles', () => {
    const image = picture(200, 200, (x, y) => (x * 7 + y * 13) % 256);
    const crop = { poles: slanted, side: 64 };
    const turned = { poles: [slanted[1], slanted[0]] as const, side: 64 };
    const whole = rectangle(200, 200);
    expect(fitKidneyCrop(image, whole, turned)).toEqual(fitKidneyCrop(image, whole, crop));
  });

  it('is black outside the sector and outside the picture, shrunk or enlarged', () => {
    const image = picture(200, 150, () => 200);
    for (const side of [32, 400]) {
      const { grey } = fitKidneyCrop(image, rectangle(200, 150, 70), { poles: slanted, side });
      const values = new Set(grey);
      const columns = Math.floor(((70 - 42.5) / 115) * side) - 2;
      const rows = Math.ceil(((150 - 52.5) / 115) * side) + 2;
      expect(values.has(200)).toBe(true);
      expect(new Set(grey.slice(0, columns))).toEqual(new Set([0]));
      expect(new Set(grey.slice(rows * side))).toEqual(new Set([0]));
    }
  });

  it('puts a spot where its placement says, at every size and margin', () => {
    const crops = fc.record({
      side: fc.integer({ min: 60, max: 220 }),
      margin: fc.double({ min: 1, max: 1.6, noNaN: true }),
      x: fc.integer({ min: 85, max: 115 }),
      y: fc.integer({ min: 95, max: 125 }),
    });
    fc.assert(
      fc.property(crops, ({ side, margin, x, y }) => {
        const image = picture(200, 200, (px, py) =>
          Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1 ? 255 : 0,
        );
        const { grey, placement } = fitKidneyCrop(image, rectangle(200, 200), {
          poles: slanted,
          side,
          margin,
        });
        const [atX, atY] = middle(grey, side);
        expect((atX - placement.offsetX) / placement.scaleX).toBeCloseTo(x + 0.5, 0);
        expect((atY - placement.offsetY) / placement.scaleY).toBeCloseTo(y + 0.5, 0);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('refuses poles that coincide or are no numbers', () => {
    const [pole] = slanted;
    expect(() => kidneyCropBox({ poles: [pole, pole], side: 160 })).toThrow(RangeError);
    expect(() => kidneyCropBox({ poles: [pole, { x: Number.NaN, y: 1 }], side: 160 })).toThrow(RangeError);
  });
});

describe('findPoles', () => {
  it('finds the ends of a slanted ellipse', () => {
    const data = new Uint8Array(200 * 150);
    for (let i = 0; i < data.length; i++) {
      const [x, y] = [(i % 200) + 0.5 - 100, Math.floor(i / 200) + 0.5 - 75];
      const [along, across] = [0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x];
      if ((along / 60) ** 2 + (across / 25) ** 2 < 1) data[i] = 1;
    }
    const poles = findPoles({ width: 200, height: 150, data });
    expect(poles?.[0].x).toBeCloseTo(100 - 48, -0.5);
    expect(poles?.[1].y).toBeCloseTo(75 + 36, -0.5);
  });

  it('finds none in an empty mask', () => {
    expect(findPoles({ width: 8, height: 8, data: new Uint8Array(64) })).toBeNull();
  });
});
