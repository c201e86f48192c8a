import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polygon, Shape } from '../../../src/annotation/annotation.ts';
import { polygonOf } from '../../../src/annotation/polygon-of.ts';
import { boxAround, drawMask } from '../../../src/evaluation/draw-mask.ts';
import { longestExtent } from '../../../src/evaluation/extent.ts';
import { countOverlap, dice, jaccard } from '../../../src/evaluation/overlap.ts';
import { surfaceOf } from '../../../src/evaluation/surface.ts';
import { edgeDistances } from '../../../src/evaluation/surface-distances.ts';

const limits = { x: 0, y: 0, width: 1000, height: 1000 };
const square = { x: 1, y: 1 };

function compare(a: Shape, b: Shape, pixel = square) {
  const polygons = [a, b].map((shape) => polygonOf(shape)).filter((one): one is Polygon => one !== null);
  const box = boxAround(polygons, limits);
  const [first, second] = polygons.map((polygon) => drawMask([polygon], box));
  if (!first || !second) throw new Error('a shape has no area');
  const overlap = countOverlap(first, second);
  return { overlap, ...edgeDistances(surfaceOf(first), surfaceOf(second), pixel) };
}

const circle = (x: number, y: number, radius: number): Shape => ({
  kind: 'circle',
  centre: { x, y },
  radius,
});
const rectangle = (x: number, y: number, side: number): Shape => ({
  kind: 'rectangle',
  x,
  y,
  width: side,
  height: side,
});

const radius = fc.double({ min: 20, max: 80, noNaN: true });
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const place = fc.double({ min: 300, max: 400, noNaN: true });

describe('shapes whose figures are known', () => {
  it('squares that are shifted: Dice, Jaccard and Hausdorff exactly', () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), whole(4), whole(4), (side, right, down) => {
        const { overlap, hausdorff } = compare(
          rectangle(20, 20, side),
          rectangle(20 + right, 20 + down, side),
        );
        const both = (side - right) * (side - down);
        expect(overlap).toEqual({ a: side ** 2, b: side ** 2, both });
        expect(dice(overlap)).toBeCloseTo(both / side ** 2, 12);
        expect(jaccard(overlap)).toBeCloseTo(both / (2 * side ** 2 - both), 12);
        expect(hausdorff).toBeCloseTo(Math.hypot(right, down), 12);
      }),
    );
  });

  it('circles of one middle: the areas and the distance between the rims', () => {
    fc.assert(
      fc.property(radius, share, place, (large, part, x) => {
        const small = large * part;
        const { overlap, hausdorff, hausdorff95 } = compare(circle(x, 350, large), circle(x, 350, small));
        expect(Math.abs(overlap.a / (Math.PI * large ** 2) - 1)).toBeLessThan(1.5 / large);
        expect(overlap.both).toBe(overlap.b);
        // Half a pixel at each rim, along and across.
        if (overlap.b > 0) {
          expect(Math.abs((hausdorff ?? Number.NaN) - (large - small))).toBeLessThan(Math.SQRT2);
          expect(hausdorff95).toBeLessThanOrEqual(hausdorff ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('circles of one size: Dice of the lens, and Hausdorff is the shift', () => {
    fc.assert(
      fc.property(radius, share, place, (r, part, x) => {
        const shift = 2 * r * part;
        const { overlap, hausdorff } = compare(circle(x, 350, r), circle(x + shift, 350, r));
        const lens = 2 * r ** 2 * Math.acos(part) - shift * Math.sqrt(r ** 2 - shift ** 2 / 4);
        expect(Math.abs((dice(overlap) ?? Number.NaN) - lens / (Math.PI * r ** 2))).toBeLessThan(2 / r);
        expect(Math.abs((hausdorff ?? Number.NaN) - shift)).toBeLessThan(Math.SQRT2);
      }),
      { numRuns: 60 },
    );
  });

  it('distances and extents follow the size of a pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (by, size) => {
          const across = compare(rectangle(20, 20, 30), rectangle(20 + by, 20, 30), { x: size, y: 1 });
          const down = compare(rectangle(20, 20, 30), rectangle(20, 20 + by, 30), { x: 1, y: size });
          // Across or down the other way may be shorter for no pixel of the far side.
          expect(across.hausdorff).toBeCloseTo(by * size, 10);
          expect(down.hausdorff).toBeCloseTo(by * size, 10);
          const corners = [
            { x: 0, y: 0 },
            { x: 30, y: 0 },
            { x: 30, y: 40 },
          ];
          expect(longestExtent(corners, { x: size, y: size })).toBeCloseTo(50 * size, 10);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the longest extent of an ellipse is its long axis, however it is turned', () => {
    fc.assert(
      fc.property(radius, share, fc.double({ min: 0, max: 3.2, noNaN: true }), (radiusX, part, angle) => {
        const shape: Shape = {
          kind: 'ellipse',
          centre: { x: 300, y: 300 },
          radiusX,
          radiusY: radiusX * part,
          angle,
        };
        expect(longestExtent(polygonOf(shape)?.outer ?? [], square)).toBeCloseTo(2 * radiusX, 6);
      }),
    );
  });
});

it('what lies outside the picture does not count, and lines and points have no area', () => {
  const polygon = polygonOf(rectangle(-10, -10, 30));
  if (polygon === null) throw new Error('a square has an area');
  const box = boxAround([polygon], { x: 0, y: 0, width: 15, height: 8 });
  expect(box).toEqual({ x: 0, y: 0, width: 15, height: 8 });
  expect(drawMask([polygon], box).pixels.reduce((sum, value) => sum + value, 0)).toBe(120);
  expect(boxAround([], limits).width).toBe(0);
  expect(polygonOf({ kind: 'point', at: { x: 3, y: 3 } })).toBeNull();
  expect(polygonOf({ kind: 'polyline', points: [] })).toBeNull();
});
