import type { Polygon } from '../annotation/annotation.ts';
import { isInside } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';
import type { PointAddress } from './edit-points.ts';
import { ringsOf } from './edited-shape.ts';

/** What of a polygon was touched: a point of it, the line between two (`at` is where a new point would go), or its inside. */
export type Touched =
  | { readonly part: 'point'; readonly at: PointAddress; readonly place: Point; readonly distance: number }
  | { readonly part: 'edge'; readonly at: PointAddress; readonly place: Point; readonly distance: number }
  | { readonly part: 'inside'; readonly distance: number };

/** The part of a polygon within `reach` of a place, a point before a line before the inside; null for none. */
export function findTouched(polygon: Polygon, place: Point, reach: number): Touched | null {
  const point = nearestPoint(polygon, place);
  if (point.distance <= reach) return point;
  const edge = nearestEdge(polygon, place);
  if (edge.distance <= reach) return edge;
  return liesInside(polygon, place) ? { part: 'inside', distance: 0 } : null;
}

/** Whether a place lies in a polygon and in none of its holes. */
export function liesInside({ outer, holes }: Polygon, place: Point): boolean {
  return isInside(outer, place) && !holes.some((hole) => isInside(hole, place));
}

type Part<K extends Touched['part']> = Extract<Touched, { part: K }>;

function nearestPoint(polygon: Polygon, place: Point): Part<'point'> {
  let nearest: Part<'point'> = { part: 'point', at: { ring: 0, index: 0 }, place, distance: Infinity };
  ringsOf(polygon).forEach((points, ring) => {
    points.forEach((point, index) => {
      const distance = Math.hypot(point.x - place.x, point.y - place.y);
      if (distance < nearest.distance)
        nearest = { part: 'point', at: { ring, index }, place: point, distance };
    });
  });
  return nearest;
}

function nearestEdge(polygon: Polygon, place: Point): Part<'edge'> {
  let nearest: Part<'edge'> = { part: 'edge', at: { ring: 0, index: 0 }, place, distance: Infinity };
  ringsOf(polygon).forEach((points, ring) => {
    points.forEach((from, index) => {
      const foot = footOn(place, from, points[(index + 1) % points.length] ?? from);
      const distance = Math.hypot(foot.x - place.x, foot.y - place.y);
      if (distance < nearest.distance)
        nearest = { part: 'edge', at: { ring, index: index + 1 }, place: foot, distance };
    });
  });
  return nearest;
}

/** The place on a line between two points that is nearest to another. */
function footOn(place: Point, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return { x: from.x + share * dx, y: from.y + share * dy };
}
