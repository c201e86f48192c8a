import type { Region } from '../annotation/annotation.ts';
import type { EditedShape } from '../annotation/edited-shape.ts';

/** A region under the name that the editor knows it by. */
export interface NamedRegion {
  readonly id: string;
  readonly region: Region;
}

/** Names the regions of a picture. */
export function nameRegions(regions: readonly Region[]): NamedRegion[] {
  return regions.map((region, index) => ({ id: `region ${index}`, region }));
}

/** What of them the editor edits: polygons. Rectangles, circles, lines and points of a file are shown and stay as they are. */
export function editedShapes(regions: readonly NamedRegion[]): EditedShape[] {
  return regions.flatMap(({ id, region: { shape, label } }) =>
    shape.kind === 'polygon' ? [{ id, label, polygon: shape }] : [],
  );
}

/**
 * The regions after an edit, in their old order and new ones last; whatever else a file said about a region stays with
 * it, and a region that was not touched is the very same.
 */
export function applyEdit(before: readonly NamedRegion[], shapes: readonly EditedShape[]): NamedRegion[] {
  const edited = new Map(shapes.map((shape) => [shape.id, shape]));
  const known = new Set(before.map(({ id }) => id));
  const kept = before.flatMap((named) => {
    const { id, region } = named;
    if (region.shape.kind !== 'polygon') return [named];
    const shape = edited.get(id);
    if (shape === undefined) return [];
    const isSame = shape.polygon === region.shape && shape.label === region.label;
    return [isSame ? named : { id, region: { ...region, shape: shape.polygon, label: shape.label } }];
  });
  const added = shapes
    .filter(({ id }) => !known.has(id))
    .map(({ id, label, polygon }) => ({
      id,
      region: { shape: polygon, label, group: null, attributes: {} },
    }));
  return [...kept, ...added];
}
