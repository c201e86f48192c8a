import type { Point } from './sector.ts';

/** Area of a polygon that does not cross itself (Gauss), in square pixels; positive whichever way it turns. */
export function polygonArea(polygon: readonly Point[]): number {
  return Math.abs(moments(polygon).area);
}

/** How a polygon's area is spread. */
export interface PolygonAxes {
  readonly centre: Point;
  /** Direction of the long axis, radians from the x axis. */
  readonly angle: number;
  /** Long semi-axis over the short one of the ellipse with the same second moments; at least 1. */
  readonly elongation: number;
}

/** The axes of a polygon's area from its second moments (Green's theorem). */
export function polygonAxes(polygon: readonly Point[]): PolygonAxes {
  const { area, x, y, xx, yy, xy } = moments(polygon);
  const centre = { x: x / area, y: y / area };
  const mxx = xx / area - centre.x ** 2;
  const myy = yy / area - centre.y ** 2;
  const mxy = xy / area - centre.x * centre.y;
  const mean = (mxx + myy) / 2;
  const spread = Math.hypot((mxx - myy) / 2, mxy);
  return {
    centre,
    angle: Math.atan2(2 * mxy, mxx - myy) / 2,
    elongation: Math.sqrt((mean + spread) / Math.max(mean - spread, Number.EPSILON)),
  };
}

/** Whether a point lies inside a polygon (even-odd rule). */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let before = polygon.at(-1);
  for (const point of polygon) {
    if (before && point.y > y !== before.y > y) {
      const crossing = point.x + ((y - point.y) / (before.y - point.y)) * (before.x - point.x);
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** Signed integrals over the polygon of 1, x, y, x², y² and xy. */
function moments(polygon: readonly Point[]) {
  const sum = { area: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  let before = polygon.at(-1);
  for (const point of polygon) {
    if (before) {
      const { x: x0, y: y0 } = before;
      const { x: x1, y: y1 } = point;
      const cross = x0 * y1 - x1 * y0;
      sum.area += cross / 2;
      sum.x += (cross * (x0 + x1)) / 6;
      sum.y += (cross * (y0 + y1)) / 6;
      sum.xx += (cross * (x0 * x0 + x0 * x1 + x1 * x1)) / 12;
      sum.yy += (cross * (y0 * y0 + y0 * y1 + y1 * y1)) / 12;
      sum.xy += (cross * (2 * x0 * y0 + x0 * y1 + x1 * y0 + 2 * x1 * y1)) / 24;
    }
    before = point;
  }
  return sum;
}
