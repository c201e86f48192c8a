import type { Polygon } from '../annotation/annotation.ts';
import { polygonAxes } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';
import type { EditedShape } from './edited-shape.ts';

/** All polygons of one label. */
export function polygonsOf(shapes: readonly EditedShape[], label: string): Polygon[] {
  return shapes.filter((shape) => shape.label === label).map(({ polygon }) => polygon);
}

/**
 * The shapes with all those of one label replaced. Each new polygon takes the name and the place of the nearest old
 * one, so that what a reader said about a contour stays with it; those that are left over get new names, at the end.
 */
export function replaceLabel(
  shapes: readonly EditedShape[],
  label: string,
  polygons: readonly Polygon[],
): EditedShape[] {
  const heirs = new Map<string, Polygon>();
  const extra: Polygon[] = [];
  for (const polygon of polygons) {
    const free = shapes.filter((shape) => shape.label === label && !heirs.has(shape.id));
    const nearest = free.toSorted((a, b) => distance(a.polygon, polygon) - distance(b.polygon, polygon))[0];
    if (nearest) heirs.set(nearest.id, polygon);
    else extra.push(polygon);
  }
  const kept = shapes.flatMap((shape) => {
    if (shape.label !== label) return [shape];
    const polygon = heirs.get(shape.id);
    if (polygon === undefined) return [];
    return [polygon === shape.polygon ? shape : { ...shape, polygon }];
  });
  const names = freshNames(kept, label);
  return [...kept, ...extra.map((polygon): EditedShape => ({ id: names(), label, polygon }))];
}

function freshNames(shapes: readonly EditedShape[], label: string): () => string {
  let number = 0;
  const isTaken = (id: string): boolean => shapes.some((shape) => shape.id === id);
  return () => {
    do number++;
    while (isTaken(`${label} ${number}`));
    return `${label} ${number}`;
  };
}

function distance(a: Polygon, b: Polygon): number {
  if (a === b) return 0;
  const [from, to] = [middle(a), middle(b)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

function middle({ outer }: Polygon): Point {
  return polygonAxes(outer).centre;
}
