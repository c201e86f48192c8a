import type { GreyImage } from '../pixels/grey-image.ts';
import { doubtProportions } from './doubt-proportions.ts';
import { lookAtPanel, lookAtRim } from './judge-panel.ts';
import { lookAtSides } from './look-at-sides.ts';
import type { Quad } from './quad.ts';

/** A quadrilateral that may be a screen. */
export interface Candidate {
  readonly corners: Quad;
  /** It was found by stepping in from a bezel's outer edge. */
  readonly isInner: boolean;
}

/** With a score by which it compares with the others of its picture. */
export interface Judged extends Candidate {
  readonly score: number;
}

/**
 * Weights of what is seen, fitted on simulated photographs other than those of the tests so that the screen stands
 * out among the quadrilaterals of its picture (softmax regression).
 */
const weights = { seen: 2.8, worst: 5.4, outside: -11.8, step: 1.1, open: -4.4, inner: 4.5, odd: -4 };
/** Proportions and angles that are off by more than this are those of no display. */
const mostOdd = { none: 0.006, surely: 0.05 };
/** What is found within a bezel has an even bezel around it, all the more. */
const even = { still: 0.05, none: 0.13 };
/** The score at which a screen is as likely as not, and what makes the odds e times better. */
const evenScore = 1.1;
const scoreScale = 0.7;
/** A scanner's screen is mostly black: its middle grey is at most this share of its lightest … */
const mostMiddle = 0.62;
/** … and of what it shows so much changes within a few pixels: surely, and hardly ever. */
const busy = { surely: 0.12, hardly: 0.06 };

/** How well a quadrilateral looks like a lit panel within a bezel, by its sides and what is on either side of them. */
export function scoreQuad(image: GreyImage, { corners, isInner }: Candidate): number {
  const sides = lookAtSides(image, corners);
  const rim = lookAtRim(image, corners);
  const evenness = Math.min(1, Math.max(0, (even.none - rim.outside) / (even.none - even.still)));
  const doubt = (doubtProportions(corners, image) - mostOdd.none) / (mostOdd.surely - mostOdd.none);
  return (
    weights.odd * Math.min(1, Math.max(0, doubt)) +
    weights.seen * sides.seen +
    weights.worst * sides.worst +
    weights.open * sides.open +
    weights.outside * rim.outside +
    weights.step * rim.step +
    (isInner ? weights.inner * evenness : 0)
  );
}

/** How surely, 0–1, the best of the candidates is a scanner's screen that is on. */
export function sureness(image: GreyImage, { corners, score }: Judged): number {
  return showsScan(image, corners) / (1 + Math.exp((evenScore - score) / scoreScale));
}

/** 1 where what is shown could be a scan: mostly black, with fine parts that are much lighter; 0 where it could not. */
function showsScan(image: GreyImage, corners: Quad): number {
  const look = lookAtPanel(image, corners);
  const share = (look.middle + 5) / (look.bright + 5);
  const black = Math.min(1, Math.max(0, 1 - (share - mostMiddle) / 0.1));
  return black * Math.min(1, Math.max(0, (look.busy - busy.hardly) / (busy.surely - busy.hardly)));
}
