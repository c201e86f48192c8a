import type { GreyImage } from '../pixels/grey-image.ts';
import { doubtProportions } from './doubt-proportions.ts';
import { lookAtPanel } from './look-at-panel.ts';
import { lookAtRim } from './look-at-rim.ts';
import { lookAtSides } from './look-at-sides.ts';
import type { Quad } from './quad.ts';

/** A quadrilateral that may be a screen. */
export interface Candidate {
  readonly corners: Quad;
  /** It was found by stepping in from a bezel's outer edge. */
  readonly isInner: boolean;
}

/** A quadrilateral with a score by which it compares with the others of its picture. */
export interface Judged {
  readonly corners: Quad;
  readonly score: number;
}

/**
 * Weights of what is seen, fitted on simulated photographs other than those of the tests so that the screen stands
 * out among the quadrilaterals of its picture (softmax regression): the first among those that lines make, by edges
 * above all, to choose which are looked at closely; the last among those, by what is on either side of the edges. The
 * first weight of odd proportions was set by hand.
 */
const first = { seen: 2.8, worst: 5.4, around: -11.8, step: 1.1, open: -4.4, inner: 4.5, odd: -4 };
const last = {
  worst: 2.5,
  open: -4.35,
  around: -4.8,
  even: 4.1,
  along: -8.8,
  inside: 8.2,
  corners: -4.3,
  odd: -1.1,
};
/** A bezel is even all around: surely, and hardly. */
const even = { surely: 0.05, hardly: 0.13 };
/** Doubt of the proportions that the measurement explains, and that from which on they are those of no display. */
const odd = { measured: 0.005, surely: 0.05 };
/** The score at which a screen is as likely as not, and what makes the odds e times better. */
const evenScore = 3.2;
const scoreScale = 1;
/** A scanner's screen is mostly black: its middle grey is at most this share of its lightest … */
const mostMiddle = 0.62;
/** … and of what it shows so much changes within a few pixels: surely, and hardly ever. */
const busy = { surely: 0.12, hardly: 0.06 };

/** A first judgement, mostly by edges. */
export function rankQuad(image: GreyImage, { corners, isInner }: Candidate): number {
  const sides = lookAtSides(image, corners);
  const rim = lookAtRim(image, corners);
  const doubt = (doubtProportions(corners, image) - odd.measured) / (odd.surely - odd.measured);
  return (
    first.seen * sides.seen +
    first.worst * sides.worst +
    first.open * sides.open +
    first.around * rim.around +
    first.step * rim.step +
    first.odd * between01(doubt) +
    (isInner ? first.inner * evenness(rim.around) : 0)
  );
}

/** How well a quadrilateral looks like a lit panel within a bezel. */
export function scoreQuad(image: GreyImage, corners: Quad): number {
  const sides = lookAtSides(image, corners);
  const rim = lookAtRim(image, corners);
  const doubt = Math.min(odd.surely, doubtProportions(corners, image));
  return (
    last.worst * sides.worst +
    last.open * sides.open +
    last.around * rim.around +
    last.even * evenness(rim.around) +
    last.along * rim.along +
    last.inside * rim.inside +
    last.corners * rim.corners +
    last.odd * Math.log(odd.measured + doubt)
  );
}

function evenness(around: number): number {
  return between01((even.hardly - around) / (even.hardly - even.surely));
}

function between01(value: number): number {
  return Math.min(1, Math.max(0, value));
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
