import { type Edge, fitEdge, fitParallelEdge, type Side } from './fit-edge.ts';
import type { Extents } from './trace-extents.ts';

/** The two straight sides of a fan or trapezoid: left reach is −x, right reach is x, both along y. */
export interface FanSides {
  readonly left: Edge;
  readonly right: Edge;
}

/** Slope of a fan's side from the vertical: 6° to 65°. */
const LEAST_SLOPE = Math.tan((6 * Math.PI) / 180);
const MOST_SLOPE = Math.tan((65 * Math.PI) / 180);
/** The better side must be seen on this share of the rows. */
const LEAST_SEEN = 0.15;
/** Below 12°, a side must be seen better than any upright edge: a fading rectangle may look slightly slanted. */
const CLEAR_SLOPE = Math.tan((12 * Math.PI) / 180);
/** A pair of equal slopes is preferred unless two free slopes explain this share more of the rows. */
const SYMMETRY_BONUS = 0.12;

/**
 * Fits the two sides of a fan. Fans stand upright and are symmetric, so where one side fades to black its
 * slope is taken from the other; null where neither side is a straight slanted line.
 */
export function fitFanSides(extents: Extents): FanSides | null {
  const leftSide: Side = { reach: extents.left.map((x) => -x), frame: 0 };
  const rightSide: Side = { reach: extents.right, frame: extents.width };
  const left = fitEdge(leftSide, LEAST_SLOPE, MOST_SLOPE);
  const right = fitEdge(rightSide, LEAST_SLOPE, MOST_SLOPE);
  if (Math.max(left.score, right.score) < LEAST_SEEN * extents.height) return null;
  const sides = chooseSides({ left, right }, leftSide, rightSide);
  const upright = Math.max(fitParallelEdge(leftSide, 0).score, fitParallelEdge(rightSide, 0).score);
  const slope = Math.max(sides.left.slope, sides.right.slope);
  return slope < CLEAR_SLOPE && upright > Math.max(left.score, right.score) ? null : sides;
}

function chooseSides(free: FanSides, leftSide: Side, rightSide: Side): FanSides {
  const asLeft = { left: free.left, right: fitParallelEdge(rightSide, free.left.slope) };
  const asRight = { left: fitParallelEdge(leftSide, free.right.slope), right: free.right };
  const mirrored = total(asLeft) >= total(asRight) ? asLeft : asRight;
  return total(free) > total(mirrored) + SYMMETRY_BONUS * leftSide.reach.length ? free : mirrored;
}

function total({ left, right }: FanSides): number {
  return left.score + right.score;
}
