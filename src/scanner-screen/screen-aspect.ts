import { squareToQuad } from './homography.ts';
import { type Quad, sideLengths } from './quad.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Focal lengths of tablets' and phones' cameras, in widths of their pictures: the least, the usual, the most. */
export const focals = { least: 0.65, usual: 0.9, most: 1.3 };
/** Proportions that displays are made in. */
export const made = [5 / 4, 4 / 3, 16 / 10, 16 / 9];
/** What comes this near to one of them is it. */
const tolerance = 0.035;

/**
 * Width over height of a screen seen in perspective, in a picture of that size. The focal length is read off the
 * convergence of the sides where they converge enough to tell (Zhang and He, Whiteboard scanning and image
 * enhancement, 2007, eq. 20–21), else taken as usual.
 */
export function screenAspect(corners: Quad, size: Size): number {
  const [a, b, , d, e, , g, h] = squareToQuad(corners);
  const [cx, cy] = [size.width / 2, size.height / 2];
  // The columns of the map, with the picture's middle as origin.
  const [ux, uy] = [a - cx * g, d - cy * g];
  const [vx, vy] = [b - cx * h, e - cy * h];
  const focal = readFocal([ux * vx + uy * vy, g * h], size.width);
  const across = Math.hypot(ux / focal, uy / focal, g);
  const down = Math.hypot(vx / focal, vy / focal, h);
  const aspect = across / down;
  if (!Number.isFinite(aspect)) return sideRatio(corners);
  return made.find((known) => Math.abs(aspect / known - 1) < tolerance) ?? aspect;
}

/** The columns of a rotation are at right angles: flat / focal² + deep = 0. */
function readFocal([flat, deep]: readonly [number, number], width: number): number {
  const focal = Math.sqrt(-flat / deep) / width;
  const tells = Math.abs(deep) > 0.015 && focal > focals.least && focal < focals.most;
  return width * (tells ? focal : focals.usual);
}

function sideRatio(corners: Quad): number {
  const [top, right, bottom, left] = sideLengths(corners);
  return (top + bottom) / (left + right);
}
