import type { GreyImage } from '../pixels/grey-image.ts';
import { doubtProportions } from './doubt-proportions.ts';
import { isConvex, type Quad } from './quad.ts';
import { type Seen, seenLines, stepsAlong } from './refine-sides.ts';
import { meet, type Side, shift } from './side.ts';

/** How far beside a side another one is sought, share of the picture's width, and how much it may turn. */
const reach = 0.05;
const mostTurn = 0.016;
/** As many lines are tried for each side. */
const perSide = 4;
/** Lines closer than this in the middle, pixels, are one. */
const apart = 2.5;
/** As many of the quadrilaterals that they make are worth a closer look. */
const mostSwaps = 6;
/** Doubt of the proportions that counts as much as a side that is not seen at all. */
const surelyOdd = 0.05;

interface Choice extends Side {
  readonly seen: number;
}
type Sides = readonly [Choice, Choice, Choice, Choice];

/**
 * Quadrilaterals that have a candidate's sides or others beside them: often three sides are right and the fourth is
 * too faint for the search of lines, but seen when looked for over its whole length. Those with most edge under their
 * sides and the proportions of a display, best first.
 */
export function swapSides(image: GreyImage, corners: Quad): Quad[] {
  const choices = corners.map((from, i) => linesBeside(image, { from, to: corners[(i + 1) % 4] ?? from }));
  const swaps: { quad: Quad; worth: number }[] = [];
  for (const sides of combine(choices)) {
    const quad = cornersOf(sides);
    if (quad === null) continue;
    const odd = Math.min(1, doubtProportions(quad, image) / surelyOdd);
    swaps.push({ quad, worth: sides.reduce((sum, { seen }) => sum + seen, 0) - odd });
  }
  swaps.sort((a, b) => b.worth - a.worth);
  return swaps.slice(0, mostSwaps).map(({ quad }) => quad);
}

function* combine([tops = [], rights = [], bottoms = [], lefts = []]: readonly Choice[][]): Generator<Sides> {
  for (const top of tops)
    for (const right of rights)
      for (const bottom of bottoms) for (const left of lefts) yield [top, right, bottom, left];
}

function cornersOf([top, right, bottom, left]: Sides): Quad | null {
  const [a, b, c, d] = [meet(left, top), meet(top, right), meet(right, bottom), meet(bottom, left)];
  if (!a || !b || !c || !d) return null;
  const quad: Quad = [a, b, c, d];
  return isConvex(quad) ? quad : null;
}

/** The most marked lines near a side. */
function linesBeside(image: GreyImage, side: Side): Choice[] {
  const lines = seenLines(stepsAlong(image, side, reach * image.width), mostTurn * image.width);
  lines.sort((a, b) => b.seen - a.seen);
  const chosen: Seen[] = [];
  for (const line of lines) {
    if (chosen.length >= perSide) break;
    if (chosen.every((other) => Math.abs(middleOf(line) - middleOf(other)) > apart)) chosen.push(line);
  }
  return chosen.map((line) => ({
    from: shift(side, 0, line.start),
    to: shift(side, 1, line.start + line.turn),
    seen: line.seen,
  }));
}

function middleOf({ start, turn }: Seen): number {
  return start + turn / 2;
}
