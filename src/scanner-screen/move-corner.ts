import type { Point } from '../pixels/sector.ts';
import { isConvex, type Quad } from './quad.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Corners to begin with where none are known: a rectangle in the middle. */
export function firstCorners({ width, height }: Size): Quad {
  const [x0, x1, y0, y1] = [0.18 * width, 0.82 * width, 0.15 * height, 0.85 * height];
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}

/** One corner moved, kept inside the picture; the corners as they were where that would fold the screen. */
export function moveCorner(
  corners: Quad,
  move: { readonly corner: number; readonly to: Point },
  size: Size,
): Quad {
  const to = { x: clamp(move.to.x, size.width), y: clamp(move.to.y, size.height) };
  const [a, b, c, d] = corners.map((corner, i) => (i === move.corner ? to : corner));
  if (!a || !b || !c || !d) return corners;
  const moved: Quad = [a, b, c, d];
  return isConvex(moved) ? moved : corners;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
