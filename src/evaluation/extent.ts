import type { Point } from '../pixels/sector.ts';
import type { PixelSize } from './surface-distances.ts';

/** The longest straight line between two of the points (maximum Feret diameter), in the unit of the pixel's size. */
export function longestExtent(points: readonly Point[], pixel: PixelSize): number {
  const hull = convexHull(points.map(({ x, y }) => ({ x: x * pixel.x, y: y * pixel.y })));
  let longest = 0;
  hull.forEach((from, i) => {
    for (const to of hull.slice(i + 1)) longest = Math.max(longest, Math.hypot(to.x - from.x, to.y - from.y));
  });
  return longest;
}

/** Andrew's monotone chain (1979). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return true;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
