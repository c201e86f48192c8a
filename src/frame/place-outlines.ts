import type { ShownOutline } from '../outline-edits.ts';
import { type Placed, toCamera } from '../scanner-screen/map-point.ts';

/** Outlines on a rectified screen, in pixels of the camera's picture. */
export function placeOutlines(outlines: readonly ShownOutline[], placed: Placed): ShownOutline[] {
  const place = toCamera(placed);
  return outlines.map((outline) => ({
    ...outline,
    contours: outline.contours.map((contour) => contour.map(place)),
  }));
}
