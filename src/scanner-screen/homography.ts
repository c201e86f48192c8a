import type { Point } from '../pixels/sector.ts';
import type { Quad } from './quad.ts';

/** A projective map of the plane, three rows of three; the last number is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/**
 * The map that takes the unit square's corners (clockwise from the top left) to a convex quadrilateral's (Heckbert,
 * Fundamentals of Texture Mapping and Image Warping, 1989, 2.2.3). Exact but for rounding: nothing is solved.
 */
export function squareToQuad([a, b, c, d]: Quad): Homography {
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [ux, uy, vx, vy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const whole = ux * vy - vx * uy;
  const g = (sx * vy - vx * sy) / whole;
  const h = (ux * sy - sx * uy) / whole;
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ];
}

/** The map back. */
export function invertHomography([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const scale = a * e - b * d;
  return [
    (e * i - f * h) / scale,
    (c * h - b * i) / scale,
    (b * f - c * e) / scale,
    (f * g - d * i) / scale,
    (a * i - c * g) / scale,
    (c * d - a * f) / scale,
    (d * h - e * g) / scale,
    (b * g - a * h) / scale,
    1,
  ];
}

/** Where a map takes a point. */
export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}
