import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside, polygonArea, polygonAxes } from '../../../src/pixels/polygon.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import { simplifyPolygon } from '../../../src/pixels/simplify-polygon.ts';

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly angle: number;
}

function ellipse({ x, y, a, b, angle }: Ellipse, points = 200): Point[] {
  return Array.from({ length: points }, (_, i) => {
    const t = (2 * Math.PI * i) / points;
    const [u, v] = [a * Math.cos(t), b * Math.sin(t)];
    return {
      x: x + u * Math.cos(angle) - v * Math.sin(angle),
      y: y + u * Math.sin(angle) + v * Math.cos(angle),
    };
  });
}

const anyEllipse = fc.record({
  x: fc.double({ min: -300, max: 300, noNaN: true }),
  y: fc.double({ min: -300, max: 300, noNaN: true }),
  a: fc.double({ min: 40, max: 90, noNaN: true }),
  b: fc.double({ min: 10, max: 35, noNaN: true }),
  angle: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
});

describe('an ellipse', () => {
  test('has its area, centre, direction and elongation, wherever it lies and whichever way it turns', () => {
    fc.assert(
      fc.property(anyEllipse, fc.boolean(), (shape, isTurned) => {
        const polygon = isTurned ? ellipse(shape).reverse() : ellipse(shape);
        const { centre, angle, elongation } = polygonAxes(polygon);
        expect(polygonArea(polygon) / (Math.PI * shape.a * shape.b)).toBeCloseTo(1, 2);
        expect(centre.x).toBeCloseTo(shape.x, 3);
        expect(centre.y).toBeCloseTo(shape.y, 3);
        expect(Math.abs(Math.cos(angle - shape.angle))).toBeCloseTo(1, 3);
        expect(elongation / (shape.a / shape.b)).toBeCloseTo(1, 2);
      }),
    );
  });

  test('holds what its equation says', () => {
    const shape = { x: 10, y: -4, a: 60, b: 20, angle: 0.4 };
    const polygon = ellipse(shape, 400);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        (r, t) => {
          fc.pre(Math.abs(r - 1) > 0.01);
          const [u, v] = [shape.a * r * Math.cos(t), shape.b * r * Math.sin(t)];
          const place = {
            x: shape.x + u * Math.cos(shape.angle) - v * Math.sin(shape.angle),
            y: shape.y + u * Math.sin(shape.angle) + v * Math.cos(shape.angle),
          };
          expect(isInside(polygon, place)).toBe(r < 1);
        },
      ),
    );
  });
});

describe('simplifying', () => {
  test('leaves out many points and moves the outline by no more than it may', () => {
    fc.assert(
      fc.property(anyEllipse, fc.double({ min: 0.1, max: 2, noNaN: true }), (shape, tolerance) => {
        const polygon = ellipse(shape);
        const simple = simplifyPolygon(polygon, tolerance);
        expect(simple.length).toBeLessThan(polygon.length / 2);
        expect(simple.length).toBeGreaterThan(2);
        for (const point of simple) expect(polygon).toContainEqual(point);
        const change = Math.abs(polygonArea(polygon) - polygonArea(simple));
        expect(change).toBeLessThanOrEqual(tolerance * 2 * Math.PI * shape.a);
      }),
    );
  });

  test('keeps corners, and a triangle whole', () => {
    const square = [0, 1, 2, 3].flatMap((side) =>
      Array.from(
        { length: 10 },
        (_, i) =>
          [
            { x: i, y: 0 },
            { x: 10, y: i },
            { x: 10 - i, y: 10 },
            { x: 0, y: 10 - i },
          ][side] ?? { x: 0, y: 0 },
      ),
    );
    expect(simplifyPolygon(square, 0.1)).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ]);
    const triangle = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ];
    expect(simplifyPolygon(triangle, 9)).toEqual(triangle);
  });
});
