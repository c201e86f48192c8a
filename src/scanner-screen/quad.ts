import type { Point } from '../pixels/sector.ts';

/** Four corners, clockwise from the top left as they are seen, in pixels of the picture. */
export type Quad = readonly [Point, Point, Point, Point];

/** The lengths of the sides: top, right, bottom, left. */
export function sideLengths([a, b, c, d]: Quad): readonly [number, number, number, number] {
  return [distance(a, b), distance(b, c), distance(c, d), distance(d, a)];
}

/** The largest distance between corners of the same place. */
export function cornerDistance(one: Quad, other: Quad): number {
  return Math.max(...one.map((corner, i) => distance(corner, other[i] ?? corner)));
}

/** Whether the corners go round clockwise, as the picture's y points down, and turn the same way at each. */
export function isConvex(quad: Quad): boolean {
  return quad.every((here, i) => {
    const next = quad[(i + 1) % 4] ?? here;
    const after = quad[(i + 2) % 4] ?? here;
    return (next.x - here.x) * (after.y - next.y) - (next.y - here.y) * (after.x - next.x) > 0;
  });
}

/** The area inside, square pixels; negative when the corners go round the other way. */
export function quadArea([a, b, c, d]: Quad): number {
  return ((c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x)) / 2;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
