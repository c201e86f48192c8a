import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brush, effectOfPush } from '../../../src/contour/brush.ts';
import { subtract, sweep, unite } from '../../../src/contour/combine-polygons.ts';
import { crossesItself } from '../../../src/contour/crosses-itself.ts';
import { polygonOf } from '../../../src/contour/edited-shape.ts';
import { findTouched, liesInside } from '../../../src/contour/find-touched.ts';
import { flattenPolygons, nestContours } from '../../../src/contour/nest-contours.ts';
import { smoothPolygon } from '../../../src/contour/smooth-polygon.ts';
import { thin, untangle } from '../../../src/contour/tidy-polygons.ts';
import { anyPoint, anyPolygon, areaOf } from './any-polygon.ts';

const runs = { numRuns: 60 };
const square = polygonOf([
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
]);

describe('joining and taking away', () => {
  test('areas add up: a ∪ b is a and what b has beyond it', () => {
    fc.assert(
      fc.property(anyPolygon, anyPolygon, (a, b) => {
        const joined = areaOf(unite([a], [b]));
        const tolerance = 1e-3 * joined;
        expect(Math.abs(joined - areaOf([a]) - areaOf(subtract([b], [a])))).toBeLessThan(tolerance);
        expect(areaOf(subtract([a], [a]))).toBeLessThan(tolerance);
      }),
      runs,
    );
  });

  test('a brush covers a stadium: its length times its width, and two half discs', () => {
    const trail = [
      { x: 50, y: 60 },
      { x: 150, y: 60 },
    ];
    const area = areaOf(sweep(trail, { radius: 20, tolerance: 0.02 }));
    expect(area / (100 * 40 + Math.PI * 400)).toBeCloseTo(1, 2);
    expect(areaOf(sweep([{ x: 5, y: 5 }], { radius: 20, tolerance: 0.02 })) / (Math.PI * 400)).toBeCloseTo(
      1,
      2,
    );
  });
});

describe('the brush', () => {
  const anyStroke = fc.array(anyPoint, { minLength: 1, maxLength: 12 });
  const radius = fc.double({ min: 3, max: 40, noNaN: true });

  test('never makes a line that crosses itself; growing covers the way, shrinking clears it', () => {
    fc.assert(
      fc.property(
        fc.record({ polygon: anyPolygon, trail: anyStroke, radius }),
        ({ polygon, trail, radius }) => {
          for (const effect of ['grow', 'shrink'] as const) {
            let region = [polygon];
            trail.forEach((to, i) => {
              region = brush(region, { effect, trail: [trail[i - 1] ?? to, to], radius, tolerance: 0.25 });
            });
            expect(region.some(crossesItself)).toBe(false);
            const [before, after] = [areaOf([polygon]), areaOf(region)];
            if (effect === 'grow') expect(after).toBeGreaterThan(before * 0.99);
            else expect(after).toBeLessThan(before * 1.01);
            for (const place of trail) {
              expect(region.some((one) => liesInside(one, place))).toBe(effect === 'grow');
            }
          }
        },
      ),
      runs,
    );
  });

  test('started inside it pushes out, from outside in, and on nothing it starts', () => {
    expect(effectOfPush([square], { x: 50, y: 50 })).toBe('grow');
    expect(effectOfPush([square], { x: 150, y: 50 })).toBe('shrink');
    expect(effectOfPush([], { x: 150, y: 50 })).toBe('grow');
  });

  test('erasing across makes two outlines, and erasing within a hole', () => {
    const tolerance = 0.1;
    const across = [
      { x: -20, y: 50 },
      { x: 120, y: 50 },
    ];
    const halves = brush([square], { effect: 'shrink', trail: across, radius: 10, tolerance });
    expect(halves).toHaveLength(2);
    expect(areaOf(halves)).toBeCloseTo(8000, 0);
    const holed = brush([square], { effect: 'shrink', trail: [{ x: 50, y: 50 }], radius: 10, tolerance });
    expect(holed[0]?.holes).toHaveLength(1);
    expect(areaOf(holed) / (10_000 - 100 * Math.PI)).toBeCloseTo(1, 2);
    // And the way back from the closed lines that a record keeps.
    expect(nestContours(flattenPolygons(holed))).toEqual(holed);
    expect(nestContours(flattenPolygons(halves))).toEqual(halves);
  });
});

describe('tidying', () => {
  test('smoothing keeps the area and crosses nothing', () => {
    fc.assert(
      fc.property(anyPolygon, (polygon) => {
        const smooth = smoothPolygon(polygon);
        expect(smooth.some(crossesItself)).toBe(false);
        expect(Math.abs(areaOf(smooth) / areaOf([polygon]) - 1)).toBeLessThan(0.02);
      }),
      runs,
    );
  });

  test('thinning leaves no crossing and moves the outline by no more than it may', () => {
    fc.assert(
      fc.property(anyPolygon, fc.double({ min: 0.1, max: 10, noNaN: true }), (polygon, tolerance) => {
        const thinned = thin([polygon], tolerance);
        expect(thinned.some(crossesItself)).toBe(false);
        for (const { outer } of thinned) {
          for (const point of outer) {
            expect(findTouched(polygon, point, tolerance + 0.01)?.part).not.toBe(undefined);
          }
        }
      }),
      runs,
    );
  });

  test('thinning does not let a spike through the side that it straightens', () => {
    const spiked = polygonOf(
      [0, 0, 50, -8, 100, 0, 100, 50, 60, 50, 50, -6, 40, 50, 0, 50].flatMap((x, i, all) =>
        i % 2 === 0 ? [{ x, y: all[i + 1] ?? 0 }] : [],
      ),
    );
    expect(crossesItself(spiked)).toBe(false);
    expect(thin([spiked], 10).some(crossesItself)).toBe(false);
  });

  test('a bow tie is found to cross itself and comes apart; a slip of a loop is dropped', () => {
    const bow = polygonOf([
      { x: 0, y: 0 },
      { x: 100, y: 100 },
      { x: 100, y: 0 },
      { x: 0, y: 100 },
    ]);
    expect(crossesItself(bow)).toBe(true);
    expect(untangle(bow)).toHaveLength(2);
    const slip = polygonOf([
      ...square.outer.slice(0, 3),
      { x: 50, y: 100 },
      { x: 49, y: 104 },
      { x: 54, y: 104 },
      { x: 52, y: 98 },
      { x: 0, y: 100 },
    ]);
    expect(crossesItself(slip)).toBe(true);
    expect(untangle(slip)).toHaveLength(1);
    expect(crossesItself(square)).toBe(false);
  });
});
