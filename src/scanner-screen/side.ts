import type { Point } from '../pixels/sector.ts';

/** One side of a quadrilateral that goes round clockwise. */
export interface Side {
  readonly from: Point;
  readonly to: Point;
}

/** A place along a side, some pixels outwards of it. */
export function shift({ from, to }: Side, along: number, off: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return {
    x: from.x + dx * along + (dy / length) * off,
    y: from.y + dy * along - (dx / length) * off,
  };
}

/** Where two sides cross. */
export function meet(one: Side, other: Side): Point | null {
  const [ax, ay] = [one.to.x - one.from.x, one.to.y - one.from.y];
  const [bx, by] = [other.to.x - other.from.x, other.to.y - other.from.y];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) < 1e-9) return null;
  const t = ((other.from.x - one.from.x) * by - (other.from.y - one.from.y) * bx) / cross;
  return { x: one.from.x + ax * t, y: one.from.y + ay * t };
}

/** The distance between two points. */
export function far(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
