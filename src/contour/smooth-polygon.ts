import type { Polygon } from '../annotation/annotation.ts';
import { polygonArea } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';
import { mapRings } from './edited-shape.ts';
import { untangle } from './tidy-polygons.ts';

/** Taubin's two steps (SIGGRAPH 1995): one that smooths and shrinks, one that grows back, with his pass band of 0.1. */
const steps = [0.5, -0.5263];
const rounds = 4;
/** Few points cannot bend: smoothing gives every line at least these. */
const leastPoints = 24;

/** Rounds off the corners of a polygon and keeps the area of each of its lines. */
export function smoothPolygon(polygon: Polygon): Polygon[] {
  return untangle(mapRings(polygon, smoothRing));
}

function smoothRing(ring: readonly Point[]): Point[] {
  let smooth = spaceEvenly(ring, Math.max(leastPoints, ring.length));
  for (let round = 0; round < rounds; round++) {
    for (const step of steps) smooth = pullToNeighbours(smooth, step);
  }
  return withArea(smooth, polygonArea(ring));
}

function pullToNeighbours(ring: readonly Point[], step: number): Point[] {
  return ring.map(({ x, y }, i) => {
    const before = ring[(i + ring.length - 1) % ring.length] ?? { x, y };
    const after = ring[(i + 1) % ring.length] ?? { x, y };
    return {
      x: x + step * ((before.x + after.x) / 2 - x),
      y: y + step * ((before.y + after.y) / 2 - y),
    };
  });
}

/** So many points at equal distances along a closed line. */
export function spaceEvenly(ring: readonly Point[], count: number): Point[] {
  const sides = ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  const perimeter = sides.reduce((sum, { length }) => sum + length, 0);
  const points: Point[] = [];
  let passed = 0;
  for (const { from, to, length } of sides) {
    while (points.length < count && (points.length * perimeter) / count < passed + length) {
      const share = ((points.length * perimeter) / count - passed) / length;
      points.push({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    }
    passed += length;
  }
  return points;
}

function withArea(ring: readonly Point[], area: number): Point[] {
  const factor = Math.sqrt(area / polygonArea(ring));
  if (!Number.isFinite(factor)) return [...ring];
  const middle = {
    x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length,
    y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length,
  };
  return ring.map(({ x, y }) => ({
    x: middle.x + factor * (x - middle.x),
    y: middle.y + factor * (y - middle.y),
  }));
}
