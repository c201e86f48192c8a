import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitSize } from '../../../src/pixels/limit-size.ts';

describe('limiting the size', () => {
  it('leaves a small picture as it is', () => {
    const image = { width: 3, height: 2, data: new Uint8Array(6) };
    expect(limitSize(image, 3)).toBe(image);
  });

  it('averages areas', () => {
    const data = Uint8Array.from([0, 100, 40, 60, 200, 100, 80, 20]);
    expect(limitSize({ width: 4, height: 2, data }, 2)).toEqual({
      width: 2,
      height: 1,
      data: Uint8Array.from([100, 50]),
    });
  });

  it('keeps the mean grey level and the shape, whatever the size', () => {
    const size = fc.integer({ min: 20, max: 200 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 8, max: 64 }), (width, height, longSide) => {
        const data = Uint8Array.from({ length: width * height }, (_, i) => 40 + ((i * 7919) % 150));
        const small = limitSize({ width, height, data }, longSide);
        const mean = (values: Uint8Array): number =>
          values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(Math.abs(mean(small.data) - mean(data))).toBeLessThan(2);
        const scale = Math.min(1, longSide / Math.max(width, height));
        expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(Math.max(longSide, width * scale));
        expect(Math.abs(small.width - width * scale)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(small.height - height * scale)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 40 },
    );
  });
});
