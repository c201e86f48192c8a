import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polygonArea } from '../../../src/pixels/polygon.ts';
import { traceContours } from '../../../src/pixels/trace-contours.ts';

function gridOf(rows: number, columns: number, valueAt: (x: number, y: number) => number) {
  const values = Float32Array.from({ length: rows * columns }, (_, i) =>
    valueAt((i % columns) + 0.5, Math.floor(i / columns) + 0.5),
  );
  return { rows, columns, values };
}

describe('a contour', () => {
  test('of an ellipse lies on it', () => {
    const grid = gridOf(60, 80, (x, y) => 1 - ((x - 40) / 25) ** 2 - ((y - 30) / 12) ** 2);
    const [contour = [], ...others] = traceContours(grid);
    expect(others).toEqual([]);
    for (const { x, y } of contour) {
      expect(Math.hypot((x - 40) / 25, (y - 30) / 12)).toBeCloseTo(1, 2);
    }
    expect(polygonArea(contour)).toBeCloseTo(Math.PI * 25 * 12, -1);
  });

  test('of everything is the grid itself, half a cell at most away', () => {
    const [contour = []] = traceContours(gridOf(4, 6, () => 1));
    expect(polygonArea(contour)).toBeGreaterThan(3 * 5);
    expect(polygonArea(contour)).toBeLessThanOrEqual(4 * 6);
    for (const { x, y } of contour) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(6);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(4);
    }
  });

  test('of nothing is none', () => {
    expect(traceContours(gridOf(4, 6, () => -1))).toEqual([]);
  });

  test('goes round a hole as well', () => {
    const ring = gridOf(40, 40, (x, y) => 5 - Math.abs(Math.hypot(x - 20, y - 20) - 10));
    const areas = traceContours(ring)
      .map(polygonArea)
      .sort((a, b) => b - a);
    expect(areas).toHaveLength(2);
    expect(areas[0]).toBeCloseTo(Math.PI * 15 ** 2, -1.2);
    expect(areas[1]).toBeCloseTo(Math.PI * 5 ** 2, -1);
  });

  test.each([
    [1, 1],
    [0.4, 2],
  ])('at a saddle of %d joins the high corners only when the middle is high', (high, count) => {
    const grid = { rows: 2, columns: 2, values: Float32Array.of(high, -0.6, -0.6, high) };
    expect(traceContours(grid)).toHaveLength(count);
  });

  test('never crosses from one polygon to another: the polygons, even-odd, hold just the high cells', () => {
    const cell = fc.constantFrom(-2, -1, 1, 2);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 42, maxLength: 42 }), (cells) => {
        const grid = { rows: 6, columns: 7, values: Float32Array.from(cells) };
        const contours = traceContours(grid);
        cells.forEach((value, i) => {
          const middle = { x: (i % 7) + 0.5, y: Math.floor(i / 7) + 0.5 };
          const crossings = contours.flatMap((contour) => crossingsLeftOf(contour, middle)).length;
          expect(crossings % 2).toBe(value > 0 ? 1 : 0);
        });
      }),
    );
  });
});

/** Edges that a ray from just beside `at` to the left crosses. */
function crossingsLeftOf(
  contour: readonly { x: number; y: number }[],
  at: { x: number; y: number },
): number[] {
  const y = at.y + 1e-6;
  return contour.flatMap((to, i) => {
    const from = contour.at(i - 1) ?? to;
    if (from.y > y === to.y > y) return [];
    const x = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
    return x < at.x ? [x] : [];
  });
}
