import type { Point } from '../pixels/sector.ts';
import type { Polygon, Shape } from './annotation.ts';

/** Corners of a round shape where a format knows only polygons: 0.1 % of its area is lost. */
const corners = 96;

/** The polygon that covers what a shape covers; null for points and lines, which cover nothing. */
export function polygonOf(shape: Shape): Polygon | null {
  switch (shape.kind) {
    case 'polygon':
      return shape;
    case 'rectangle':
      return withoutHoles(cornersOf(shape));
    case 'circle':
      return withoutHoles(ellipse(shape.centre, [shape.radius, shape.radius], 0));
    case 'ellipse':
      return withoutHoles(ellipse(shape.centre, [shape.radiusX, shape.radiusY], shape.angle));
    default:
      return null;
  }
}

/** The points that a shape is drawn through, to find its bounds. */
export function pointsOf(shape: Shape): readonly Point[] {
  if (shape.kind === 'point') return [shape.at];
  return shape.kind === 'polyline' ? shape.points : (polygonOf(shape)?.outer ?? []);
}

function withoutHoles(outer: readonly Point[]): Polygon {
  return { kind: 'polygon', outer, holes: [] };
}

function cornersOf({ x, y, width, height }: Extract<Shape, { kind: 'rectangle' }>): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function ellipse(centre: Point, [a, b]: readonly [number, number], angle: number): Point[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return Array.from({ length: corners }, (_, i) => {
    const u = a * Math.cos((2 * Math.PI * i) / corners);
    const v = b * Math.sin((2 * Math.PI * i) / corners);
    return { x: centre.x + u * cos - v * sin, y: centre.y + u * sin + v * cos };
  });
}
