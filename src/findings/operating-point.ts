import type { PicturesKind } from './card-figures.ts';

/** What would be said of a set of pictures at every operating point. */
export interface OperatingCurve {
  readonly dataset: string;
  /** `own`: pictures that a person evaluated on this device. */
  readonly pictures: PicturesKind | 'own';
  readonly subject: string;
  readonly positives: number;
  readonly negatives: number;
  /** Calibrated probability from which on it is called, sensitivity, specificity; thresholds ascend. */
  readonly points: readonly (readonly [threshold: number, sensitivity: number, specificity: number])[];
}

/** A share of a count, with its 95 % interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What one threshold does on one set of pictures. */
export interface OperatingPoint {
  /** Its place on the curve. */
  readonly index: number;
  readonly threshold: number;
  readonly sensitivity: Share;
  readonly specificity: Share;
}

/**
 * The point of a curve at a threshold: a curve is known at its own thresholds only, so it is the first that is not lower,
 * or the last. Null for a curve without points.
 */
export function operatingPointAt(curve: OperatingCurve, threshold: number): OperatingPoint | null {
  const found = curve.points.findIndex(([at]) => at >= threshold);
  return operatingPoint(curve, found < 0 ? curve.points.length - 1 : found);
}

/** The point of a curve by its place; null outside it. */
export function operatingPoint(curve: OperatingCurve, index: number): OperatingPoint | null {
  const point = curve.points[index];
  if (point === undefined) return null;
  const [threshold, sensitivity, specificity] = point;
  return {
    index,
    threshold,
    sensitivity: wilsonShare(sensitivity, curve.positives),
    specificity: wilsonShare(specificity, curve.negatives),
  };
}

/** Half the width of 95 % of a normal distribution, in standard deviations. */
const z = 1.959964;

/**
 * A share of `n` with its 95 % interval by Wilson's score (J Am Stat Assoc 1927;22:209), which holds for small counts and
 * near 0 and 1; 0 to 1 where nothing was counted.
 */
export function wilsonShare(value: number, n: number): Share {
  if (!(n > 0)) return { value, low: 0, high: 1 };
  const share = Math.round(value * n) / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const centre = share + (z * z) / (2 * n);
  const whole = 1 + (z * z) / n;
  return { value, low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole) };
}
