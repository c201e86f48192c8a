import type { GreyImage } from '../pixels/grey-image.ts';
import { shrinkImage } from '../pixels/shrink-image.ts';
import { findEdges } from './find-edges.ts';
import { findLines } from './find-lines.ts';
import { type Candidate, type Judged, rankQuad, scoreQuad, sureness } from './judge-quad.ts';
import { proposeQuads } from './propose-quads.ts';
import { cornerDistance, type Quad } from './quad.ts';
import { refineSides } from './refine-sides.ts';
import { stepInside } from './step-inside.ts';
import { swapSides } from './swap-sides.ts';

/** A screen in a picture. */
export interface FoundScreen {
  /** Clockwise from the top left, in pixels of the picture. */
  readonly corners: Quad;
  /** 0–1: how surely it is a scanner's screen that is on, with its corners where they are said to be. */
  readonly confidence: number;
}

/** The longer sides, in pixels, of the pictures in which lines are sought and in which quadrilaterals are judged. */
const searchSize = 320;
export const judgeSize = 640;
/** So many of the best proposals are looked at closely. */
const mostClose = 6;
/** Pixels of the finer picture by which their sides may be off, and of the full one after that. */
const close = { reach: 4, isKnown: false };
const nearby = { reach: 2, isKnown: true };
const full = { reach: 6, isKnown: false };
/** The sides of so many are swapped for others beside them. */
const mostSwapped = 2;
/** Below this confidence there is no screen. */
export const leastConfidence = 0.6;

/**
 * Finds the lit panel of a scanner's screen in a camera's picture, 0–255 grey; null where there is none. Straight
 * lines are put together to quadrilaterals, the best of which is judged by its sides, its bezel and what it shows,
 * and then moved to the edges of the full picture. See docs/decisions/0016-a-scanner-screen-in-the-camera.md.
 */
export function findScreen(image: GreyImage): FoundScreen | null {
  const fine = shrinkImage(image, judgeSize);
  const looked = rankAll(fine, lookClosely(fine, propose(image, fine.factor)));
  const best = judgeBest(fine, [...looked.map(({ corners }) => corners), ...swapAll(fine, looked)]);
  if (best === null) return null;
  const confidence = sureness(fine, best);
  if (confidence < leastConfidence) return null;
  const corners = refineSides(image, scaleQuad(best.corners, fine.factor), full);
  return { corners, confidence };
}

/** The likeliest quadrilaterals and what lies within them, in pixels of a picture smaller by `factor`. */
function propose(image: GreyImage, factor: number): Candidate[] {
  const small = shrinkImage(image, searchSize);
  const edges = findEdges(small);
  const proposals = proposeQuads(findLines(edges, 'level'), findLines(edges, 'upright'), small);
  const candidates = proposals.map(({ corners }) => ({ corners, isInner: false }));
  const best = rankAll(small, candidates).slice(0, mostClose);
  return best
    .flatMap((candidate) => [candidate, ...panelWithin(small, candidate.corners)])
    .map(({ corners, isInner }) => ({ corners: scaleQuad(corners, small.factor / factor), isInner }));
}

/** Each candidate as it is, moved to the edges beside it, and as the outer edge of a bezel, the panel within. */
function lookClosely(image: GreyImage, candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((coarse) => {
    const moved = { ...coarse, corners: refineSides(image, coarse.corners, close) };
    const within = coarse.isInner ? [] : panelWithin(image, moved.corners);
    const refined = within.map(({ corners }) => ({
      corners: refineSides(image, corners, close),
      isInner: true,
    }));
    return [coarse, moved, ...within, ...refined];
  });
}

/** The likeliest candidates with other sides beside theirs. */
function swapAll(image: GreyImage, looked: readonly Judged[]): Quad[] {
  const starts: Quad[] = [];
  for (const { corners } of looked) {
    if (starts.length >= mostSwapped) break;
    if (starts.every((other) => cornerDistance(corners, other) > 4)) starts.push(corners);
  }
  return starts
    .flatMap((corners) => swapSides(image, corners))
    .map((quad) => refineSides(image, quad, nearby));
}

function panelWithin(image: GreyImage, bezel: Quad): Candidate[] {
  const corners = stepInside(image, bezel);
  return corners === null ? [] : [{ corners, isInner: true }];
}

/** The likeliest first. */
function rankAll(image: GreyImage, candidates: readonly Candidate[]): (Candidate & Judged)[] {
  return candidates
    .map((candidate) => ({ ...candidate, score: rankQuad(image, candidate) }))
    .sort((a, b) => b.score - a.score);
}

function judgeBest(image: GreyImage, quads: readonly Quad[]): Judged | null {
  return quads.reduce<Judged | null>((best, corners) => {
    const score = scoreQuad(image, corners);
    return best === null || score > best.score ? { corners, score } : best;
  }, null);
}

/** A quadrilateral found in a smaller picture, in pixels of the larger. */
export function scaleQuad([a, b, c, d]: Quad, factor: number): Quad {
  const scale = ({ x, y }: Quad[number]): Quad[number] => ({ x: x * factor, y: y * factor });
  return [scale(a), scale(b), scale(c), scale(d)];
}
