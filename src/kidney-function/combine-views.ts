import type { PictureFunction } from '../findings/crop-reading.ts';

/** One picture of a kidney with what a model read from it. */
export interface ViewReading {
  /** The record's id. */
  readonly id: string;
  readonly reading: Pick<PictureFunction, 'egfr' | 'scale' | 'ckd'>;
  /** Length of the kidney's long axis in this picture, cm; null without a scale. */
  readonly lengthCm: number | null;
  /** Length of the same axis over the height of the sector: comparable between pictures of one depth. */
  readonly axisShare: number;
}

/** Several pictures of one kidney as one reading. */
export interface CombinedViews {
  /** The picture that speaks for the kidney: its value and interval stand. */
  readonly chosen: ViewReading;
  /** By what it is the longest; `only` where there is no other. */
  readonly by: 'only' | 'cm' | 'share';
  /** The pictures on the same scale that do not count, in the order given. */
  readonly others: readonly ViewReading[];
  /** From the least to the greatest value of all of them, mL/min/1.73 m². */
  readonly spread: { readonly low: number; readonly high: number };
  /** Pictures whose model learned from other values: never mixed with these. */
  readonly otherScales: readonly ViewReading[];
}

/**
 * Combines the pictures of one kidney and one visit as published: the longest view of the kidney speaks for it, since a
 * cut beside the long axis shortens it (Kuo et al., npj Digit Med 2019;2:29). Longest in cm among the pictures that have a
 * scale; by the axis's share of the sector where none has. Only pictures on the scale of the first are combined.
 * @param views not empty; one kidney, one visit
 */
export function combineViews([first, ...more]: readonly [ViewReading, ...ViewReading[]]): CombinedViews {
  const isOnScale = ({ reading }: ViewReading): boolean => reading.scale === first.reading.scale;
  const views = [first, ...more.filter(isOnScale)];
  const measured = views.filter(({ lengthCm }) => lengthCm !== null);
  const lengthOf = ({ lengthCm, axisShare }: ViewReading): number =>
    measured.length === 0 ? axisShare : (lengthCm ?? 0);
  const chosen = views.reduce((longest, view) => (lengthOf(view) > lengthOf(longest) ? view : longest));
  const values = views.map(({ reading }) => reading.egfr.value);
  return {
    chosen,
    by: chosenBy(views.length, measured.length),
    others: views.filter((view) => view !== chosen),
    spread: { low: Math.min(...values), high: Math.max(...values) },
    otherScales: more.filter((view) => !isOnScale(view)),
  };
}

function chosenBy(views: number, measured: number): CombinedViews['by'] {
  if (views === 1) return 'only';
  return measured === 0 ? 'share' : 'cm';
}
