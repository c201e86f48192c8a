import { squareToQuad } from './homography.ts';
import type { Quad } from './quad.ts';
import { focals, made, type Size } from './screen-aspect.ts';

/** Focal lengths that are tried, widths of the picture, each so much longer than the one before. */
const stepOfFocal = 1.12;
const logMade = made.map(Math.log);

/**
 * How far a quadrilateral is from any display seen by any usual camera: the skew of its sides (the cosine of their
 * angle in space) and the distance of its proportions (a logarithm) from the nearest that are made, together, for the
 * focal length at which they are least. 0 for a perfect one; about 0.01 where the corners are off by 3 pixels of 1280.
 */
export function doubtProportions(corners: Quad, size: Size): number {
  const [a, b, , d, e, , g, h] = squareToQuad(corners);
  const [cx, cy] = [size.width / 2, size.height / 2];
  // The columns of the map, with the picture's middle as origin.
  const [ux, uy, vx, vy] = [a - cx * g, d - cy * g, b - cx * h, e - cy * h];
  let least = Number.POSITIVE_INFINITY;
  for (let share = focals.least; share <= focals.most; share *= stepOfFocal) {
    const depth = (share * size.width) ** 2;
    const across = ux * ux + uy * uy + depth * g * g;
    const down = vx * vx + vy * vy + depth * h * h;
    const skew = (ux * vx + uy * vy + depth * g * h) / Math.sqrt(across * down);
    const aspect = Math.log(across / down) / 2;
    for (const known of logMade) least = Math.min(least, Math.sqrt(skew * skew + (aspect - known) ** 2));
  }
  return least;
}
