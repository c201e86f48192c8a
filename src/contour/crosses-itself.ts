import type { Polygon } from '../annotation/annotation.ts';
import type { Point } from '../pixels/sector.ts';
import { ringsOf } from './edited-shape.ts';

interface Side {
  readonly from: Point;
  readonly to: Point;
}

/** More comparisons than this are not worth the wait. */
const mostComparisons = 5_000_000;

/**
 * Whether any two sides of a polygon cross, the holes' included; sides that only touch do not. False, too, for a
 * polygon too long to tell.
 */
export function crossesItself(polygon: Polygon): boolean {
  let comparisons = 0;
  const sides = ringsOf(polygon)
    .flatMap((ring) => ring.map((from, i): Side => ({ from, to: ring[(i + 1) % ring.length] ?? from })))
    .toSorted((a, b) => leftOf(a) - leftOf(b));
  return sides.some((side, i) => {
    const right = Math.max(side.from.x, side.to.x);
    for (let j = i + 1; j < sides.length; j++) {
      const other = sides[j];
      // Sorted by their left ends: no later one reaches this side.
      if (!other || leftOf(other) > right || ++comparisons > mostComparisons) return false;
      if (cross(side, other)) return true;
    }
    return false;
  });
}

function leftOf({ from, to }: Side): number {
  return Math.min(from.x, to.x);
}

function cross(a: Side, b: Side): boolean {
  return turn(a, b.from) * turn(a, b.to) < 0 && turn(b, a.from) * turn(b, a.to) < 0;
}

/** Positive on one side of a line, negative on the other; 0 within a thousandth of a pixel of it. */
function turn({ from, to }: Side, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const cross = dx * (y - from.y) - dy * (x - from.x);
  return Math.abs(cross) <= 0.002 * Math.hypot(dx, dy) ? 0 : cross;
}
