import type { Point } from '../pixels/sector.ts';
import { type Line, seenBetween } from './find-lines.ts';
import { cornerDistance, isConvex, type Quad, quadArea, sideLengths } from './quad.ts';

/** Four lines that may be the sides of a screen. */
export interface Proposal {
  readonly corners: Quad;
  readonly sides: SidesLook;
  /** A first judgement by the sides alone. */
  readonly score: number;
}

/** How much of the four sides is seen, all and the worst, and how much of their lines goes on past the corners; 0–1. */
export interface SidesLook {
  readonly seen: number;
  readonly worst: number;
  readonly past: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Screens are this much wider than high, with room for a slanting view; keyboards are wider. */
const aspects = { least: 0.85, most: 2.4 };
/** A screen spans at least this share of the picture's width. */
const leastWidth = 0.3;
/** Opposite sides differ no more than this, seen from aside. */
const mostConvergence = 1.9;
/** A side may hide behind a hand or drown in black, but not altogether. */
const leastSide = 0.18;
/** Beyond a corner a true side ends: looked at over this share of the side. */
const beyond = 0.1;
/** As many proposals are looked at more closely. */
const mostProposals = 60;

/** Puts two nearly level and two nearly upright lines together in every possible way; the best ones, best first. */
export function proposeQuads(level: readonly Line[], upright: readonly Line[], size: Size): Proposal[] {
  const crossings = level.map((l) => upright.map((u) => cross(l, u, size)));
  const proposals: Proposal[] = [];
  for (const [t, b] of orderedPairs(level, leastWidth * 0.3 * size.width)) {
    for (const [l, r] of orderedPairs(upright, leastWidth * size.width * 0.8)) {
      const corners = [crossings[t]?.[l], crossings[t]?.[r], crossings[b]?.[r], crossings[b]?.[l]];
      const quad = asScreen(corners, size);
      const sides = [level[t], upright[r], level[b], upright[l]] as const;
      if (quad === null) continue;
      const look = lookAtSides(quad, sides);
      if (look !== null)
        proposals.push({
          corners: quad,
          sides: look,
          score: look.seen + 0.3 * look.worst - 0.35 * look.past,
        });
    }
  }
  return keepDifferent(proposals.sort((a, b) => b.score - a.score));
}

function keepDifferent(proposals: readonly Proposal[]): Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of proposals) {
    if (kept.length >= mostProposals) break;
    if (kept.every(({ corners }) => cornerDistance(corners, proposal.corners) > 2)) kept.push(proposal);
  }
  return kept;
}

function* orderedPairs(lines: readonly Line[], least: number): Generator<readonly [number, number]> {
  for (let i = 0; i < lines.length; i++) {
    for (let j = 0; j < lines.length; j++) {
      const [one, other] = [lines[i], lines[j]];
      if (one && other && other.at - one.at > least) yield [i, j];
    }
  }
}

function cross(level: Line, upright: Line, { width, height }: Size): Point {
  // x = b + r (y − H/2) put into y = a + s (x − W/2).
  const y =
    (level.at + level.slope * (upright.at - upright.slope * (height / 2) - width / 2)) /
    (1 - level.slope * upright.slope);
  return { x: upright.at + upright.slope * (y - height / 2), y };
}

/** The corners when they could be a screen's. */
function asScreen([a, b, c, d]: (Point | undefined)[], size: Size): Quad | null {
  if (!a || !b || !c || !d) return null;
  const quad: Quad = [a, b, c, d];
  const slack = 0.01 * size.width;
  const isInside = quad.every(
    ({ x, y }) => x > -slack && y > -slack && x < size.width + slack && y < size.height + slack,
  );
  if (!isInside || !isConvex(quad)) return null;
  const [top, right, bottom, left] = sideLengths(quad);
  const [across, down] = [(top + bottom) / 2, (left + right) / 2];
  if (across < leastWidth * size.width || quadArea(quad) < 0.05 * size.width * size.height) return null;
  if (across < aspects.least * down || across > aspects.most * down) return null;
  const converges = Math.max(top / bottom, bottom / top, left / right, right / left);
  return converges < mostConvergence ? quad : null;
}

function lookAtSides(
  [a, b, c, d]: Quad,
  [top, right, bottom, left]: readonly (Line | undefined)[],
): SidesLook | null {
  if (!top || !right || !bottom || !left) return null;
  const looks = [
    lookAtSide(top, a.x, b.x),
    lookAtSide(right, b.y, c.y),
    lookAtSide(bottom, d.x, c.x),
    lookAtSide(left, a.y, d.y),
  ];
  const worst = Math.min(...looks.map(({ seen }) => seen));
  if (worst < leastSide) return null;
  const mean = (key: 'seen' | 'past'): number => looks.reduce((sum, look) => sum + look[key], 0) / 4;
  return { seen: mean('seen'), worst, past: mean('past') };
}

/** How much of a side is seen, and how much of its line goes on past the two corners. */
function lookAtSide(line: Line, from: number, to: number): { seen: number; past: number } {
  const length = to - from;
  const guard = 2.5;
  const past =
    seenBetween(line, from - guard - beyond * length, from - guard) +
    seenBetween(line, to + guard, to + guard + beyond * length);
  return { seen: seenBetween(line, from + 1, to - 1), past: past / 2 };
}
