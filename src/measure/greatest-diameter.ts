import type { Point } from '../pixels/sector.ts';
import type { Line } from './measurement.ts';

/** The two points that lie furthest apart (the greatest Feret diameter), as a sonographer marks pole to pole. */
export function greatestDiameter(points: readonly Point[]): Line {
  const start = points[0] ?? { x: 0, y: 0 };
  let best: Line = { from: start, to: start };
  let longest = 0;
  for (const [i, from] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const to = points[j] ?? from;
      const distance = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
      if (distance > longest) [longest, best] = [distance, { from, to }];
    }
  }
  return best.from.x <= best.to.x ? best : { from: best.to, to: best.from };
}

/** Length of a line. */
export function lengthOf({ from, to }: Line): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Levels along the axis at which the width is looked for. */
const LEVELS = 200;

/**
 * The longest line square to an axis from border to border of a closed polygon. A notch, as at the hilum, is
 * bridged.
 */
export function greatestWidth(polygon: readonly Point[], axis: Line): Line {
  const length = Math.max(lengthOf(axis), Number.MIN_VALUE);
  const along = { x: (axis.to.x - axis.from.x) / length, y: (axis.to.y - axis.from.y) / length };
  const turned = polygon.map((point) => {
    const [x, y] = [point.x - axis.from.x, point.y - axis.from.y];
    return { x: x * along.x + y * along.y, y: y * along.x - x * along.y };
  });
  let best = { level: 0, from: 0, to: 0 };
  for (let step = 0; step < LEVELS; step++) {
    const level = ((step + 0.5) / LEVELS) * length;
    const crossings = crossingsAt(turned, level);
    const [from, to] = [Math.min(...crossings), Math.max(...crossings)];
    if (to - from > best.to - best.from) best = { level, from, to };
  }
  const back = (across: number): Point => ({
    x: axis.from.x + best.level * along.x - across * along.y,
    y: axis.from.y + best.level * along.y + across * along.x,
  });
  return { from: back(best.from), to: back(best.to) };
}

/** Where a polygon crosses the upright line at x. */
function crossingsAt(polygon: readonly Point[], x: number): number[] {
  const crossings: number[] = [];
  let before = polygon.at(-1);
  for (const point of polygon) {
    if (before && point.x > x !== before.x > x) {
      crossings.push(before.y + ((x - before.x) / (point.x - before.x)) * (point.y - before.y));
    }
    before = point;
  }
  return crossings;
}
