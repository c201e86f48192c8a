import type { Polygon } from '../annotation/annotation.ts';
import { polygonArea } from '../pixels/polygon.ts';
import { simplifyPolygon } from '../pixels/simplify-polygon.ts';
import { unite } from './combine-polygons.ts';
import { crossesItself } from './crosses-itself.ts';
import { mapRings } from './edited-shape.ts';

/** A piece this much smaller than the largest one is a loop that a crossing cut off. */
const loopShare = 0.02;

/** The polygon where it does not cross itself; otherwise what it encloses, without the loops that a slip made. */
export function untangle(polygon: Polygon): Polygon[] {
  if (!crossesItself(polygon)) return [polygon];
  const pieces = unite([polygon]);
  const largest = polygonArea(pieces[0]?.outer ?? []);
  return pieces.filter(({ outer }) => polygonArea(outer) >= loopShare * largest);
}

/** With the points that carry less than `tolerance` pixels of the form left out; none crosses itself after. */
export function thin(polygons: readonly Polygon[], tolerance: number): Polygon[] {
  return polygons
    .map((polygon) => mapRings(polygon, (ring) => simplifyPolygon(ring, tolerance)))
    .map((polygon) => ({ ...polygon, holes: polygon.holes.filter((hole) => hole.length > 2) }))
    .filter(({ outer }) => outer.length > 2)
    .flatMap(untangle);
}
