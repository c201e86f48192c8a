import type { Structure } from '../analysis.ts';
import type { AnnotatedPicture, Polygon } from '../annotation/annotation.ts';
import { structureOf } from '../annotation/classes.ts';
import { polygonOf } from '../annotation/polygon-of.ts';

/** What a reader drew of one structure; shapes without an area, points and open lines, cannot be compared. */
export function outlinesOf({ regions }: AnnotatedPicture, structure: Structure): Polygon[] {
  return regions
    .filter(({ label }) => structureOf(label) === structure)
    .flatMap(({ shape }) => polygonOf(shape) ?? [])
    .filter(({ outer }) => outer.length > 2);
}
