import type { Anatomy } from '../analysis.ts';
import { type Placed, toCamera } from '../scanner-screen/map-point.ts';

/** An anatomy that was outlined on a rectified screen, in pixels of the camera's picture; its framing stays as it was. */
export function placeAnatomy(anatomy: Anatomy, placed: Placed): Anatomy {
  const place = toCamera(placed);
  const outlines = anatomy.outlines.map((outline) => ({
    ...outline,
    contours: outline.contours.map((contour) => contour.map(place)),
  }));
  return { ...anatomy, outlines };
}
