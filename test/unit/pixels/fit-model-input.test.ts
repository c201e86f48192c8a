import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitModelInput } from '../../../src/pixels/fit-model-input.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { InputGeometry } from '../../../src/pixels/model-input.ts';
import { drawFan, drawnSector } from './draw-fan.ts';

function picture(width: number, height: number, grey: (x: number, y: number) => number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = grey(i % width, Math.floor(i / width));
  return { width, height, data };
}

const rectangle = drawnSector({ width: 100, height: 80, shape: 'rectangle' });
const stretch: InputGeometry = { width: 32, height: 32, region: 'sector', fit: 'stretch' };

describe('fitModelInput', () => {
  it('keeps an even grey and blanks what lies outside', () => {
    const image = picture(100, 80, (x, y) => (x >= 15 && x < 80 && y >= 8 && y < 72 ? 100 : 255));
    expect(new Set(fitModelInput(image, rectangle, stretch).grey)).toEqual(new Set([100]));
  });

  it('averages areas when it shrinks', () => {
    const image = picture(64, 64, (x, y) => ((x + y) % 2) * 200);
    const whole = { ...stretch, region: 'whole' as const };
    expect(new Set(fitModelInput(image, rectangle, whole).grey)).toEqual(new Set([100]));
  });

  it('interpolates when it enlarges', () => {
    const image = picture(8, 8, (x) => x * 30);
    const { grey } = fitModelInput(image, rectangle, { ...stretch, region: 'whole' });
    const row = [...grey.subarray(0, 32)];
    expect(row.slice(2, 30).every((value, i) => Math.abs(value - (i + 0.5) * 7.5) <= 1)).toBe(true);
    expect(row.slice(0, 2)).toEqual([0, 0]);
  });

  it('centres a letterbox and pads it with 0', () => {
    const image = picture(100, 50, () => 80);
    const { grey } = fitModelInput(image, rectangle, {
      width: 20,
      height: 20,
      region: 'whole',
      fit: 'letterbox',
    });
    const rows = Array.from({ length: 20 }, (_, y) => grey[y * 20 + 10]);
    expect(rows).toEqual([0, 0, 0, 0, 0, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 0, 0, 0, 0, 0]);
  });

  it('keeps the mean of a fan when it stretches it', () => {
    const drawing = { width: 512, height: 512, mean: 120 };
    const { grey } = fitModelInput(drawFan(drawing), drawnSector(drawing), {
      ...stretch,
      width: 224,
      height: 224,
    });
    expect(grey[112 * 224 + 112]).toBeGreaterThan(80);
    expect([grey[0], grey[223], grey[223 * 224], grey[224 * 224 - 1]]).toEqual([0, 0, 0, 0]);
  });

  it('says where a spot went', () => {
    const spots = fc.record({
      x: fc.integer({ min: 40, max: 60 }),
      y: fc.integer({ min: 20, max: 55 }),
      size: fc.integer({ min: 40, max: 240 }),
      fit: fc.constantFrom('letterbox' as const, 'stretch' as const),
      region: fc.constantFrom('sector' as const, 'whole' as const),
    });
    fc.assert(
      fc.property(spots, ({ x, y, size, fit, region }) => {
        const image = picture(100, 80, (px, py) =>
          Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1 ? 255 : 0,
        );
        const { grey, placement } = fitModelInput(image, rectangle, {
          width: size,
          height: size,
          region,
          fit,
        });
        let [sum, sumX, sumY] = [0, 0, 0];
        for (const [i, value] of grey.entries()) {
          sum += value;
          sumX += value * ((i % size) + 0.5);
          sumY += value * (Math.floor(i / size) + 0.5);
        }
        expect((sumX / sum - placement.offsetX) / placement.scaleX).toBeCloseTo(x + 0.5, 0);
        expect((sumY / sum - placement.offsetY) / placement.scaleY).toBeCloseTo(y + 0.5, 0);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
