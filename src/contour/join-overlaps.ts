import { unite } from './combine-polygons.ts';
import type { EditedShape } from './edited-shape.ts';
import { polygonsOf, replaceLabel } from './replace-label.ts';

/** The shapes with those of one label that overlap made one; the others stay as they are, to the last digit. */
export function joinOverlaps(shapes: readonly EditedShape[]): readonly EditedShape[] {
  return [...new Set(shapes.map(({ label }) => label))].reduce<readonly EditedShape[]>((all, label) => {
    const polygons = polygonsOf(all, label);
    const joined = polygons.length > 1 ? unite(polygons) : polygons;
    return joined.length < polygons.length ? replaceLabel(all, label, joined) : all;
  }, shapes);
}
