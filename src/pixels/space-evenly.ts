import type { Point } from './sector.ts';

/** Points at equal distances along a closed polygon. */
export function spaceEvenly(polygon: readonly Point[], count: number): Point[] {
  const edges = polygon.map((to, i) => {
    const from = polygon.at(i - 1) ?? to;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  const spacing = edges.reduce((sum, { length }) => sum + length, 0) / count;
  let next = spacing / 2;
  return edges.flatMap(({ from, to, length }) => {
    const points: Point[] = [];
    for (; next < length; next += spacing) {
      const share = next / length;
      points.push({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    }
    next -= length;
    return points;
  });
}
