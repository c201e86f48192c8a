import { algorithmKeys } from '../annotation/algorithm.ts';
import type { Attributes, Region } from '../annotation/annotation.ts';
import type { EditedShape } from '../contour/edited-shape.ts';

/** A region under the name that the editor knows it by; one that was deleted stays here, in case that is undone. */
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
 * All regions that were ever there with the edits on them, new ones last. Whatever else a file said about a region stays
 * with it, and one that was not touched is the very same.
 */
export function applyEdit(before: readonly NamedRegion[], shapes: readonly EditedShape[]): NamedRegion[] {
  const edited = new Map(shapes.map((shape) => [shape.id, shape]));
  const known = new Set(before.map(({ id }) => id));
  const changed = before.map((named) => {
    const shape = edited.get(named.id);
    return shape === undefined ? named : withShape(named, shape);
  });
  const added = shapes
    .filter(({ id }) => !known.has(id))
    .map(({ id, label, polygon }) => {
      return { id, region: { shape: polygon, label, group: null, attributes: {} } };
    });
  return [...changed, ...added];
}

function withShape(named: NamedRegion, { id, label, polygon }: EditedShape): NamedRegion {
  const { region } = named;
  if (region.shape === polygon && region.label === label) return named;
  return { id, region: { ...region, shape: polygon, label, attributes: byHand(region.attributes) } };
}

/** An outline of a model that a hand has changed is neither's alone. */
function byHand(attributes: Attributes): Attributes {
  const isModels = attributes[algorithmKeys.type] === 'AUTOMATIC';
  return isModels ? { ...attributes, [algorithmKeys.type]: 'SEMIAUTOMATIC' } : attributes;
}

/** The regions that are there now, in their order. */
export function presentRegions(all: readonly NamedRegion[], shapes: readonly EditedShape[]): Region[] {
  const present = new Set(shapes.map(({ id }) => id));
  return all
    .filter(({ id, region }) => region.shape.kind !== 'polygon' || present.has(id))
    .map(({ region }) => region);
}
