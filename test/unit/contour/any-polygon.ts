import fc from 'fast-check';
import type { Polygon } from '../../../src/annotation/annotation.ts';
import { polygonOf, ringsOf } from '../../../src/contour/edited-shape.ts';
import { polygonArea } from '../../../src/pixels/polygon.ts';
import type { Point } from '../../../src/pixels/sector.ts';

const place = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Points on the picture that the polygons of `anyPolygon` lie in. */
export const anyPoint: fc.Arbitrary<Point> = fc.record({ x: place(0, 400), y: place(0, 300) });

/** A ragged star about a middle: never crosses itself, as no angle comes twice. */
export const anyPolygon: fc.Arbitrary<Polygon> = fc
  .record({
    x: place(120, 280),
    y: place(100, 200),
    radii: fc.array(place(15, 90), { minLength: 5, maxLength: 40 }),
  })
  .map(({ x, y, radii }) =>
    polygonOf(
      radii.map((radius, i) => {
        const angle = (2 * Math.PI * i) / radii.length;
        return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
      }),
    ),
  );

/** Area of polygons less their holes. */
export function areaOf(polygons: readonly Polygon[]): number {
  return polygons
    .flatMap((polygon) => ringsOf(polygon).map((ring, i) => (i === 0 ? 1 : -1) * polygonArea(ring)))
    .reduce((sum, area) => sum + area, 0);
}
