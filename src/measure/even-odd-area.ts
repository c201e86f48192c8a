import { isInside, polygonArea } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';

/**
 * The area inside closed contours that do not cross each other, in square units of their points: what lies in an
 * even number of them is outside, so that a contour within another is a hole, and one within that an island.
 */
export function evenOddArea(contours: readonly (readonly Point[])[]): number {
  return contours.reduce((area, contour) => {
    const [first] = contour;
    if (first === undefined) return area;
    const around = contours.filter((other) => other !== contour && isInside(other, first)).length;
    return area + (around % 2 === 0 ? 1 : -1) * polygonArea(contour);
  }, 0);
}

/** The length of all borders, closed. */
export function perimeterOf(contours: readonly (readonly Point[])[]): number {
  return contours.reduce((sum, contour) => {
    const closed = contour.map((to, i) => ({ from: contour.at(i - 1) ?? to, to }));
    return (
      sum + closed.reduce((length, { from, to }) => length + Math.hypot(to.x - from.x, to.y - from.y), 0)
    );
  }, 0);
}
