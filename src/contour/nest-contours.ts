import type { Polygon } from '../annotation/annotation.ts';
import { isInside, polygonArea } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';
import { polygonOf, ringsOf } from './edited-shape.ts';

type Ring = readonly Point[];

/** Polygons from closed lines of which what lies in an odd number is inside: a line within a line is a hole in it. */
export function nestContours(contours: readonly Ring[]): Polygon[] {
  const rings = contours.filter((ring) => ring.length > 2);
  const around = (ring: Ring): Ring[] =>
    rings.filter((other) => other !== ring && ring[0] !== undefined && isInside(other, ring[0]));
  const polygons = new Map<Ring, Polygon>();
  const isHole = (ring: Ring): boolean => around(ring).length % 2 === 1;
  for (const ring of rings) if (!isHole(ring)) polygons.set(ring, polygonOf(ring));
  for (const hole of rings.filter(isHole)) {
    const owner = around(hole)
      .filter((ring) => polygons.has(ring))
      .toSorted((a, b) => polygonArea(a) - polygonArea(b))[0];
    const polygon = owner && polygons.get(owner);
    if (polygon) polygons.set(owner, { ...polygon, holes: [...polygon.holes, hole] });
  }
  return [...polygons.values()];
}

/** The closed lines of polygons, as `nestContours` reads them back. */
export function flattenPolygons(polygons: readonly Polygon[]): readonly Ring[] {
  return polygons.flatMap(ringsOf);
}
