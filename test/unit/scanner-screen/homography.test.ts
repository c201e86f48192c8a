import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertHomography, mapPoint, squareToQuad } from '../../../src/scanner-screen/homography.ts';
import { toCamera, toScreen } from '../../../src/scanner-screen/map-point.ts';
import { firstCorners, moveCorner } from '../../../src/scanner-screen/move-corner.ts';
import { isConvex, type Quad } from '../../../src/scanner-screen/quad.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const nudge = fc.record({
  x: fc.double({ min: -120, max: 120, noNaN: true }),
  y: fc.double({ min: -90, max: 90, noNaN: true }),
});

/** Convex quadrilaterals as a camera of 1,280 × 720 sees screens, and far more slanting ones. */
const anyQuad = fc
  .tuple(nudge, nudge, nudge, nudge)
  .map(
    ([a, b, c, d]): Quad => [
      { x: 300 + a.x, y: 160 + a.y },
      { x: 980 + b.x, y: 160 + b.y },
      { x: 980 + c.x, y: 560 + c.y },
      { x: 300 + d.x, y: 560 + d.y },
    ],
  )
  .filter(isConvex);

const square = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

test('the corners of the square land on the corners of the quadrilateral', () => {
  fc.assert(
    fc.property(anyQuad, (quad) => {
      const map = squareToQuad(quad);
      square.forEach((corner, i) => {
        const at = mapPoint(map, corner);
        expect(at.x).toBeCloseTo(quad[i]?.x ?? Number.NaN, 6);
        expect(at.y).toBeCloseTo(quad[i]?.y ?? Number.NaN, 6);
      });
    }),
  );
});

test('straight stays straight: a point between two is on the line between their images', () => {
  fc.assert(
    fc.property(anyQuad, fc.tuple(unit, unit, unit), (quad, [u, v, t]) => {
      const map = squareToQuad(quad);
      const [p, q] = [mapPoint(map, { x: 0, y: u }), mapPoint(map, { x: 1, y: v })];
      const m = mapPoint(map, { x: t, y: u + (v - u) * t });
      const away = (q.x - p.x) * (m.y - p.y) - (q.y - p.y) * (m.x - p.x);
      expect(Math.abs(away) / Math.hypot(q.x - p.x, q.y - p.y)).toBeLessThan(1e-6);
    }),
  );
});

test('the map back undoes the map, and points go from the screen to the camera and back', () => {
  fc.assert(
    fc.property(anyQuad, unit, unit, (quad, x, y) => {
      const map = squareToQuad(quad);
      const back = mapPoint(invertHomography(map), mapPoint(map, { x, y }));
      expect(back.x).toBeCloseTo(x, 8);
      expect(back.y).toBeCloseTo(y, 8);
      const placed = { corners: quad, width: 800, height: 600 };
      const point = { x: 800 * x, y: 600 * y };
      const there = toScreen(placed)(toCamera(placed)(point));
      expect(there.x).toBeCloseTo(point.x, 6);
      expect(there.y).toBeCloseTo(point.y, 6);
    }),
  );
});

test('a corner that is dragged anywhere leaves a screen inside the picture, and moves no other corner', () => {
  const size = { width: 1280, height: 720 };
  const anywhere = fc.double({ min: -3000, max: 3000, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), anywhere, anywhere, (corner, x, y) => {
      const before = firstCorners(size);
      const after = moveCorner(before, { corner, to: { x, y } }, size);
      expect(isConvex(after)).toBe(true);
      after.forEach((point, i) => {
        if (i !== corner) expect(point).toEqual(before[i]);
        expect(point.x >= 0 && point.x <= 1280 && point.y >= 0 && point.y <= 720).toBe(true);
      });
    }),
  );
  expect(moveCorner(firstCorners(size), { corner: 0, to: { x: 100, y: 50 } }, size)[0]).toEqual({
    x: 100,
    y: 50,
  });
});
