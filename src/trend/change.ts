import type { Dated } from './visits.ts';

/** What is followed over visits: two sizes, what a model reads off the picture, and what a blood test gives. */
export type Measure = 'length' | 'volume' | 'picture' | 'blood';

/** What one visit gives of one measure; `id` is the record that stands for the visit. */
export interface TrendPoint extends Dated {
  readonly value: number;
  /** The ends of its error bar. */
  readonly low: number;
  readonly high: number;
  /** The picture cut the kidney off: it is at least this large. */
  readonly isLowerBound: boolean;
  /** What made it, as a model's fingerprint; values that were made differently are not compared. */
  readonly madeBy: string;
}

/** Why two values cannot be told apart or called the same. */
export type WhyNoChange = 'cut-off' | 'made-differently' | 'side-unknown';

/** What became of a value. */
export type Change =
  /** No change beyond measurement error. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'changed';
      /** Later minus earlier. */
      readonly by: number;
      /** Half the 95 % interval of the difference; null where the rule has none. */
      readonly plusMinus: number | null;
      /** The larger one was cut off: it changed by this or more. */
      readonly isAtLeast: boolean;
    }
  | { readonly kind: 'unknown'; readonly why: WhyNoChange };

/**
 * A change of eGFR from blood by more than this share of the earlier value exceeds the expected variability (KDIGO
 * 2024 Clinical Practice Guideline for CKD, practice point 2.1.3).
 */
export const bloodVariability = 0.2;

/** Half the error bar of one blood test, as a share: two tests that differ by 20 % differ by √2 times this. */
export const bloodHalfBar = bloodVariability / Math.SQRT2;

/** What became of a measure between two visits of the same kidney, or of the same person for blood. */
export function changeBetween(measure: Measure, earlier: TrendPoint, later: TrendPoint): Change {
  if (earlier.madeBy !== later.madeBy) return { kind: 'unknown', why: 'made-differently' };
  if (measure === 'blood') return changeOfBlood(earlier, later);
  return measure === 'picture' ? changeOfEstimate(earlier, later) : changeOfSize(earlier, later);
}

/** Beyond the root of the two half-widths' squares, for the errors of two pictures are their own. */
function changeOfSize(earlier: TrendPoint, later: TrendPoint): Change {
  const by = later.value - earlier.value;
  const plusMinus = Math.hypot(halfBar(earlier), halfBar(later));
  const isBeyond = Math.abs(by) > plusMinus;
  // A kidney that is cut off is larger than it measures: only what reaches beyond all the same is a change.
  const [smaller, larger] = by < 0 ? [later, earlier] : [earlier, later];
  if (smaller.isLowerBound || (larger.isLowerBound && !isBeyond)) return { kind: 'unknown', why: 'cut-off' };
  return isBeyond ? { kind: 'changed', by, plusMinus, isAtLeast: larger.isLowerBound } : { kind: 'none' };
}

function changeOfBlood(earlier: TrendPoint, later: TrendPoint): Change {
  const by = later.value - earlier.value;
  return Math.abs(by) > bloodVariability * earlier.value ? plainly(by) : { kind: 'none' };
}

/** Only when the two intervals have no value in common. */
function changeOfEstimate(earlier: TrendPoint, later: TrendPoint): Change {
  const areApart = earlier.high < later.low || later.high < earlier.low;
  return areApart ? plainly(later.value - earlier.value) : { kind: 'none' };
}

function plainly(by: number): Change {
  return { kind: 'changed', by, plusMinus: null, isAtLeast: false };
}

function halfBar({ low, high }: TrendPoint): number {
  return (high - low) / 2;
}
