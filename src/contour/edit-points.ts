import type { Polygon } from '../annotation/annotation.ts';
import type { Point } from '../pixels/sector.ts';
import { mapRings, ringsOf } from './edited-shape.ts';

/** Which point of a polygon: its closed line (0 is the outer one, then the holes) and its place in that line. */
export interface PointAddress {
  readonly ring: number;
  readonly index: number;
}

/** The point at an address; undefined where there is none. */
export function pointAt(polygon: Polygon, { ring, index }: PointAddress): Point | undefined {
  return ringsOf(polygon)[ring]?.[index];
}

/** The polygon with one point elsewhere. */
export function movePoint(polygon: Polygon, at: PointAddress, to: Point): Polygon {
  return changeRing(polygon, at.ring, (ring) => ring.with(at.index, to));
}

/** The polygon with one point more, at this address; those from there on move up. */
export function insertPoint(polygon: Polygon, at: PointAddress, point: Point): Polygon {
  return changeRing(polygon, at.ring, (ring) => ring.toSpliced(at.index, 0, point));
}

/** The polygon without a point; a hole of two points goes with it, and null stands for an outer line of two points. */
export function deletePoint(polygon: Polygon, { ring, index }: PointAddress): Polygon | null {
  const { outer, holes } = changeRing(polygon, ring, (points) => points.toSpliced(index, 1));
  if (outer.length < 3) return null;
  return { kind: 'polygon', outer, holes: holes.filter((hole) => hole.length > 2) };
}

/** The polygon elsewhere. */
export function movePolygon(polygon: Polygon, by: Point): Polygon {
  return mapRings(polygon, (ring) => ring.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })));
}

function changeRing(
  polygon: Polygon,
  ring: number,
  change: (points: readonly Point[]) => readonly Point[],
): Polygon {
  return mapRings(polygon, (points, index) => (index === ring ? change(points) : points));
}
