import type { Box, Point } from './sector.ts';

/** Cuts a polygon to a box (Sutherland and Hodgman, Communications of the ACM 17(1), 1974). */
export function clipPolygon(polygon: readonly Point[], box: Box): Point[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  let points = [...polygon];
  points = clip(points, (p) => p.x - box.x);
  points = clip(points, (p) => right - p.x);
  points = clip(points, (p) => p.y - box.y);
  return clip(points, (p) => bottom - p.y);
}

/** Keeps the part of a polygon where `inside` is not negative; `inside` must be linear in x and y. */
export function clip(polygon: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  let previous = polygon.at(-1);
  for (const point of polygon) {
    const here = inside(point);
    const before = previous ? inside(previous) : here;
    if (previous && before < 0 !== here < 0) {
      const share = before / (before - here);
      kept.push({
        x: previous.x + share * (point.x - previous.x),
        y: previous.y + share * (point.y - previous.y),
      });
    }
    if (here >= 0) kept.push(point);
    previous = point;
  }
  return kept;
}
