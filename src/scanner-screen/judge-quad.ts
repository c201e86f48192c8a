import type { GreyImage } from '../pixels/grey-image.ts';
import { lookAtPanel, lookAtRim } from './judge-panel.ts';
import { lookAtSides } from './look-at-sides.ts';
import type { Quad } from './quad.ts';

/**
 * Weights of what is seen, fitted on simulated photographs other than those of the tests so that the screen stands
 * out among the quadrilaterals of its picture (softmax regression).
 */
const weights = { seen: 3.7, worst: 7, past: -6.8, outside: -14, inside: 1.2, step: 1.4, inner: 2.7 };
/** The score at which a screen is as likely as not, and what makes the odds e times better. */
const evenScore = 4;
const scoreScale = 0.8;
/** A scanner's screen is mostly black: its middle grey is at most this share of its lightest. */
const mostMiddle = 0.62;

/** How surely, 0–1, a quadrilateral is a scanner's screen. `isInner`: it was found by stepping in from a bezel. */
export function judgeQuad(image: GreyImage, corners: Quad, isInner: boolean): number {
  const sides = lookAtSides(image, corners);
  const rim = lookAtRim(image, corners);
  const score =
    weights.seen * sides.seen +
    weights.worst * sides.worst +
    weights.past * sides.past +
    weights.outside * rim.outside +
    weights.inside * rim.inside +
    weights.step * rim.step +
    (isInner ? weights.inner : 0);
  const likely = 1 / (1 + Math.exp((evenScore - score) / scoreScale));
  return likely < 0.05 ? likely : likely * showsScan(image, corners);
}

/** 1 where what is shown could be a scan: mostly black, and something much lighter; falls to 0 where it could not. */
function showsScan(image: GreyImage, corners: Quad): number {
  const { middle, bright } = lookAtPanel(image, corners);
  const share = (middle + 5) / (bright + 5);
  return Math.min(1, Math.max(0, 1 - (share - mostMiddle) / 0.1));
}
