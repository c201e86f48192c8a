import type { Point } from '../pixels/sector.ts';
import type { Rendering } from './render-phantom.ts';
import { along, dot } from './vector.ts';

/** Where the two poles lie in the picture, pixels: upper, then lower; null where no kidney is. */
export function polePoints({ scene, plane, grid }: Rendering): readonly [Point, Point] | null {
  const { kidney } = scene;
  if (kidney === null) return null;
  const { cmPerPixel, middle, faceRow } = grid.layout;
  const half = kidney.size.lengthCm / 2;
  const at = (share: number): Point => {
    // The poles bend towards the hilum.
    const pole = along(along(kidney.centre, kidney.long, share * half), kidney.inward, kidney.bendCm);
    const from = along(pole, plane.origin, -1);
    return {
      x: dot(from, plane.lateral) / cmPerPixel + middle,
      y: dot(from, plane.axial) / cmPerPixel + faceRow,
    };
  };
  return [at(-1), at(1)];
}
