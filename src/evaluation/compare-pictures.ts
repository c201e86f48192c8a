import type { Structure } from '../analysis.ts';
import type { Polygon } from '../annotation/annotation.ts';
import type { Box } from '../pixels/sector.ts';
import { boxAround, drawMask, largestPicture } from './draw-mask.ts';
import { longestExtent } from './extent.ts';
import type { SharedPicture } from './match-pictures.ts';
import { outlinesOf } from './outlines.ts';
import { countOverlap, dice, jaccard } from './overlap.ts';
import { surfaceOf } from './surface.ts';
import { edgeDistances, type PixelSize } from './surface-distances.ts';

/** How two readers' outlines of one structure agree in one picture that at least one of them outlined it in. */
export interface OutlineAgreement {
  readonly structure: Structure;
  readonly drawnBy: 'both' | 'first' | 'second';
  /** 0 where only one drew it. */
  readonly dice: number;
  readonly jaccard: number;
  /** Where both drew it, in the unit of the pixel's size; null elsewhere. */
  readonly hausdorff: number | null;
  readonly hausdorff95: number | null;
  /** First reader minus second; null where only one drew it. */
  readonly lengthDifference: number | null;
  readonly areaDifference: number | null;
  /** The area difference over the mean of both areas. */
  readonly areaShare: number | null;
}

/** All outlines of one picture, by two of its readers. */
export interface PictureAgreement {
  readonly fileName: string;
  readonly outlines: readonly OutlineAgreement[];
}

/** Compares what two readers, by their numbers, drew in a picture. */
export function comparePicture(
  { fileName, size, readings }: SharedPicture,
  [a, b]: readonly [number, number],
  pixel: PixelSize,
): PictureAgreement {
  const limits = size === null ? largestPicture : { x: 0, y: 0, ...size };
  const outlines = structures.flatMap((structure) => {
    const drawn = [readings[a], readings[b]].map((reading) =>
      reading ? outlinesOf(reading, structure) : [],
    );
    return compareOutlines(structure, { first: drawn[0] ?? [], second: drawn[1] ?? [], limits }, pixel) ?? [];
  });
  return { fileName, outlines };
}

/** What can be compared, in the order in which it is shown. */
export const structures: readonly Structure[] = ['capsule', 'central-echo-complex', 'medulla', 'cortex'];

interface Drawn {
  readonly first: readonly Polygon[];
  readonly second: readonly Polygon[];
  /** The picture. */
  readonly limits: Box;
}

function compareOutlines(
  structure: Structure,
  { first, second, limits }: Drawn,
  pixel: PixelSize,
): OutlineAgreement | null {
  const box = boxAround([...first, ...second], limits);
  const [maskA, maskB] = [drawMask(first, box), drawMask(second, box)];
  const overlap = countOverlap(maskA, maskB);
  const [overlapDice, overlapJaccard] = [dice(overlap), jaccard(overlap)];
  if (overlapDice === null || overlapJaccard === null) return null;
  const found = { structure, dice: overlapDice, jaccard: overlapJaccard };
  if (overlap.a === 0 || overlap.b === 0) {
    return { ...found, ...alone, drawnBy: overlap.a === 0 ? 'second' : 'first' };
  }
  const distances = edgeDistances(surfaceOf(maskA), surfaceOf(maskB), pixel);
  return {
    ...found,
    drawnBy: 'both',
    hausdorff: distances?.hausdorff ?? null,
    hausdorff95: distances?.hausdorff95 ?? null,
    lengthDifference: extentOf(first, pixel) - extentOf(second, pixel),
    areaDifference: (overlap.a - overlap.b) * pixel.x * pixel.y,
    areaShare: (2 * (overlap.a - overlap.b)) / (overlap.a + overlap.b),
  };
}

const alone = {
  hausdorff: null,
  hausdorff95: null,
  lengthDifference: null,
  areaDifference: null,
  areaShare: null,
};

function extentOf(polygons: readonly Polygon[], pixel: PixelSize): number {
  return longestExtent(
    polygons.flatMap(({ outer }) => outer),
    pixel,
  );
}
