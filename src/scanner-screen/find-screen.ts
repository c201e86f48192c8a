import type { GreyImage } from '../pixels/grey-image.ts';
import { shrinkImage } from '../pixels/shrink-image.ts';
import { findEdges } from './find-edges.ts';
import { findLines } from './find-lines.ts';
import { type Candidate, type Judged, scoreQuad, sureness } from './judge-quad.ts';
import { proposeQuads } from './propose-quads.ts';
import type { Quad } from './quad.ts';
import { refineSides } from './refine-sides.ts';
import { stepInside } from './step-inside.ts';

/** A screen in a picture. */
export interface FoundScreen {
  /** Clockwise from the top left, in pixels of the picture. */
  readonly corners: Quad;
  /** 0–1: how surely it is a scanner's screen that is on, with its corners where they are said to be. */
  readonly confidence: number;
}

/** The longer side, in pixels, of the picture in which the screen is sought. */
const searchSize = 320;
/** So many of the best proposals are looked at more closely. */
const mostCloser = 7;
/** Pixels of the small picture by which their sides may be off. */
const nudges = [1.6, 3.2];
/** Below this confidence there is no screen. */
export const leastConfidence = 0.5;

/**
 * Finds the lit panel of a scanner's screen in a camera's picture, 0–255 grey; null where there is none. Straight
 * lines are put together to quadrilaterals, the best of which is judged by its sides, its bezel and what it shows,
 * and then moved to the edges of the full picture. See docs/decisions/0016-a-scanner-screen-in-the-camera.md.
 */
export function findScreen(image: GreyImage): FoundScreen | null {
  const small = shrinkImage(image, searchSize);
  const edges = findEdges(small);
  const proposals = proposeQuads(findLines(edges, 'level'), findLines(edges, 'upright'), small);
  const first = judgeAll(
    small,
    proposals.map(({ corners }) => ({ corners, isInner: false })),
  ).slice(0, mostCloser);
  const inner = first.flatMap(({ corners }) => {
    const inside = stepInside(small, corners);
    return inside === null ? [] : [{ corners: inside, isInner: true }];
  });
  const second = [...first, ...judgeAll(small, inner)].sort((a, b) => b.score - a.score).slice(0, mostCloser);
  const nudged = second.flatMap(({ corners, isInner }) =>
    nudges.map((reach) => ({ corners: refineSides(small, corners, reach), isInner })),
  );
  const [best] = [...second, ...judgeAll(small, nudged)].sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const confidence = sureness(small, best);
  if (confidence < leastConfidence) return null;
  const coarse = scaleQuad(best.corners, small.factor);
  return { corners: refineSides(image, coarse, 2.2 * small.factor), confidence };
}

/** Best first. */
function judgeAll(image: GreyImage, candidates: readonly Candidate[]): Judged[] {
  return candidates
    .map((candidate) => ({ ...candidate, score: scoreQuad(image, candidate) }))
    .sort((a, b) => b.score - a.score);
}

/** A quadrilateral found in a smaller picture, in pixels of the larger. */
export function scaleQuad([a, b, c, d]: Quad, factor: number): Quad {
  const scale = ({ x, y }: Quad[number]): Quad[number] => ({ x: x * factor, y: y * factor });
  return [scale(a), scale(b), scale(c), scale(d)];
}
