import type { AnnotatedPicture } from './annotation.ts';
import { countMarks, type Mask, paintShapes, type Size } from './paint-shape.ts';
import { regionsByLabel } from './regions-by-label.ts';

/** Pictures whose size is known, so that they can be painted. */
export interface SizedPicture extends AnnotatedPicture {
  readonly size: Size;
}

/** Whether a picture's size is known. */
export function isSized(picture: AnnotatedPicture): picture is SizedPicture {
  return picture.size !== null;
}

/** The mask of each label, the largest first. */
export function masksOf(picture: SizedPicture): { label: string; mask: Mask; area: number }[] {
  return [...regionsByLabel(picture)]
    .map(([label, regions]) => {
      const mask = paintShapes(
        regions.map(({ shape }) => shape),
        picture.size,
      );
      return { label, mask, area: countMarks(mask) };
    })
    .sort((a, b) => b.area - a.area);
}
