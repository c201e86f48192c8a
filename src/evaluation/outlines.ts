import type { Structure } from '../analysis.ts';
import type { AnnotatedPicture, Polygon, Shape } from '../annotation/annotation.ts';
import { structureOf } from '../annotation/classes.ts';
import type { Point } from '../pixels/sector.ts';

/** What a reader drew of one structure; shapes without an area, points and open lines, cannot be compared. */
export function outlinesOf({ regions }: AnnotatedPicture, structure: Structure): Polygon[] {
  return regions
    .filter(({ label }) => structureOf(label) === structure)
    .flatMap(({ shape }) => toPolygon(shape) ?? []);
}

/** The shape as a polygon; null for one without an area. */
export function toPolygon(shape: Shape): Polygon | null {
  switch (shape.kind) {
    case 'polygon':
      return shape.outer.length < 3 ? null : shape;
    case 'rectangle': {
      const { x, y, width, height } = shape;
      return polygon([
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ]);
    }
    case 'circle':
      return polygon(ellipse({ ...shape, radiusX: shape.radius, radiusY: shape.radius, angle: 0 }));
    case 'ellipse':
      return polygon(ellipse(shape));
    case 'polyline':
    case 'point':
      return null;
  }
}

function polygon(outer: readonly Point[]): Polygon {
  return { kind: 'polygon', outer, holes: [] };
}

/** So many corners that the area is right within 0.04 %. */
const corners = 128;

function ellipse(shape: Omit<Extract<Shape, { kind: 'ellipse' }>, 'kind'>): Point[] {
  const { centre, radiusX, radiusY, angle } = shape;
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    const [along, across] = [radiusX * Math.cos(turn), radiusY * Math.sin(turn)];
    return {
      x: centre.x + along * Math.cos(angle) - across * Math.sin(angle),
      y: centre.y + along * Math.sin(angle) + across * Math.cos(angle),
    };
  });
}
