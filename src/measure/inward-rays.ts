import type { Point } from '../pixels/sector.ts';
import { spaceEvenly } from '../pixels/space-evenly.ts';

/** A place of a border and the way that leads inwards, square to the border there; a unit vector. */
export interface Ray {
  readonly from: Point;
  readonly way: Point;
}

/** Rays that start round a border. */
const RAYS = 160;
/** The border's direction is that between its neighbours so many rays away: what is smaller is the pen's. */
const NEIGHBOURS = 4;

/** Rays from evenly spaced places of a closed border, inwards and square to it. */
export function inwardRays(border: readonly Point[]): Ray[] {
  const places = spaceEvenly(border, RAYS);
  const turn = isClockwise(places) ? 1 : -1;
  return places.map((from, i) => {
    const before = places.at(i - NEIGHBOURS) ?? from;
    const after = places[(i + NEIGHBOURS) % places.length] ?? from;
    const length = Math.max(Math.hypot(after.x - before.x, after.y - before.y), Number.MIN_VALUE);
    return {
      from,
      way: { x: (-turn * (after.y - before.y)) / length, y: (turn * (after.x - before.x)) / length },
    };
  });
}

/** As seen with y pointing down. */
function isClockwise(polygon: readonly Point[]): boolean {
  const doubled = polygon.reduce((sum, to, i) => {
    const from = polygon.at(i - 1) ?? to;
    return sum + from.x * to.y - to.x * from.y;
  }, 0);
  return doubled > 0;
}

/** How far along a ray it first meets one of the closed contours; infinite where it meets none. */
export function distanceAlong({ from, way }: Ray, contours: readonly (readonly Point[])[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const contour of contours) {
    let before = contour.at(-1);
    for (const point of contour) {
      if (before) nearest = Math.min(nearest, meet({ from, way }, before, point));
      before = point;
    }
  }
  return nearest;
}

function meet({ from, way }: Ray, a: Point, b: Point): number {
  const [ax, ay, bx, by] = [a.x - from.x, a.y - from.y, b.x - from.x, b.y - from.y];
  const [sideA, sideB] = [ax * way.y - ay * way.x, bx * way.y - by * way.x];
  if (sideA > 0 === sideB > 0) return Number.POSITIVE_INFINITY;
  const share = sideA / (sideA - sideB);
  const distance = ax * way.x + ay * way.y + share * ((bx - ax) * way.x + (by - ay) * way.y);
  return distance > 0 ? distance : Number.POSITIVE_INFINITY;
}
