import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitEllipse } from '../../../src/pixels/fit-ellipse.ts';
import type { Point } from '../../../src/pixels/sector.ts';

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly angle: number;
}

const anyShape = fc.record({
  x: fc.double({ min: -300, max: 300, noNaN: true }),
  y: fc.double({ min: -300, max: 300, noNaN: true }),
  a: fc.double({ min: 30, max: 90, noNaN: true }),
  b: fc.double({ min: 12, max: 90, noNaN: true }),
  angle: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
});

/** A point at `radius` (1: on the ellipse) and angle `t`. */
function placeOn({ x, y, a, b, angle }: Shape, t: number, radius = 1): Point {
  const [u, v] = [radius * a * Math.cos(t), radius * b * Math.sin(t)];
  return {
    x: x + u * Math.cos(angle) - v * Math.sin(angle),
    y: y + u * Math.sin(angle) + v * Math.cos(angle),
  };
}

test('points of an ellipse, or of two thirds of one, give it back', () => {
  const span = fc.double({ min: 4.2, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(anyShape, span, (shape, arc) => {
      const points = Array.from({ length: 120 }, (_, i) => placeOn(shape, (arc * i) / 120));
      const ellipse = fitEllipse(points);
      expect(ellipse).not.toBeNull();
      for (let t = 0; t < 6.28; t += 0.1) {
        expect(ellipse?.valueAt(placeOn(shape, t, 0.98))).toBeLessThan(0);
        expect(ellipse?.valueAt(placeOn(shape, t, 1.02))).toBeGreaterThan(0);
      }
      const { a, b, angle, x, y } = shape;
      expect(ellipse?.box.middle.x).toBeCloseTo(x, 2);
      expect(ellipse?.box.middle.y).toBeCloseTo(y, 2);
      expect(ellipse?.box.halfWidth).toBeCloseTo(Math.hypot(a * Math.cos(angle), b * Math.sin(angle)), 2);
      expect(ellipse?.box.halfHeight).toBeCloseTo(Math.hypot(a * Math.sin(angle), b * Math.cos(angle)), 2);
    }),
  );
});

test('a wavering contour gives an ellipse near it', () => {
  const shape = { x: 200, y: 150, a: 80, b: 35, angle: 0.3 };
  const points = Array.from({ length: 160 }, (_, i) =>
    placeOn(shape, (2 * Math.PI * i) / 160, 1 + 0.04 * Math.sin(i)),
  );
  const ellipse = fitEllipse(points);
  expect(ellipse?.box.middle.x).toBeCloseTo(200, 0);
  for (let t = 0; t < 6.28; t += 0.1) {
    expect(ellipse?.valueAt(placeOn(shape, t, 0.95))).toBeLessThan(0);
    expect(ellipse?.valueAt(placeOn(shape, t, 1.05))).toBeGreaterThan(0);
  }
});

test.each([
  ['a line', Array.from({ length: 20 }, (_, i) => ({ x: i, y: 2 * i }))],
  ['one point', Array.from({ length: 20 }, () => ({ x: 3, y: 4 }))],
])('%s holds no ellipse', (_what, points) => {
  expect(fitEllipse(points)).toBeNull();
});
