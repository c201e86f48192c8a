import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smoothGrid } from '../../../src/pixels/smooth-grid.ts';

test('a single value spreads as the binomial kernel says', () => {
  const values = new Float32Array(25);
  values[12] = 16;
  expect([...smoothGrid({ rows: 5, columns: 5, values }, 1)]).toEqual([
    0, 0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 2, 4, 2, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0, 0,
  ]);
});

test('what is level stays level, the sum stays, and no value goes beyond those before', () => {
  const grid = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 42, maxLength: 42 });
  fc.assert(
    fc.property(grid, fc.integer({ min: 0, max: 4 }), (cells, passes) => {
      const values = Float32Array.from(cells);
      const smooth = smoothGrid({ rows: 6, columns: 7, values }, passes);
      const sum = (list: Float32Array): number => list.reduce((total, value) => total + value, 0);
      expect(sum(smooth)).toBeCloseTo(sum(values), 2);
      expect(Math.max(...smooth)).toBeLessThanOrEqual(Math.max(...values) + 1e-5);
      expect(Math.min(...smooth)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-5);
    }),
  );
  expect([...smoothGrid({ rows: 2, columns: 2, values: Float32Array.of(3, 3, 3, 3) }, 4)]).toEqual([
    3, 3, 3, 3,
  ]);
});
