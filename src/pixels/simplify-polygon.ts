import type { Point } from './sector.ts';

/**
 * Leaves out points of a closed polygon that lie within `tolerance` of the line between those that stay (Douglas and
 * Peucker, Cartographica 10(2), 1973), starting from two points that are far apart.
 */
export function simplifyPolygon(polygon: readonly Point[], tolerance: number): Point[] {
  const [first] = polygon;
  if (first === undefined || polygon.length < 4) return [...polygon];
  const opposite = farthestFrom(polygon, first);
  const there = simplifyLine(polygon.slice(0, opposite + 1), tolerance);
  const back = simplifyLine([...polygon.slice(opposite), first], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function farthestFrom(points: readonly Point[], from: Point): number {
  let farthest = 0;
  let most = -1;
  points.forEach((point, index) => {
    const distance = Math.hypot(point.x - from.x, point.y - from.y);
    if (distance > most) [farthest, most] = [index, distance];
  });
  return farthest;
}

function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let most = tolerance;
  for (let index = 1; index < line.length - 1; index++) {
    const distance = distanceToLine(line[index] ?? first, first, last);
    if (distance > most) [farthest, most] = [index, distance];
  }
  if (farthest === 0) return [first, last];
  const before = simplifyLine(line.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplifyLine(line.slice(farthest), tolerance)];
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs(dx * (point.y - from.y) - dy * (point.x - from.x)) / length;
}
