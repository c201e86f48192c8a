import type { PicturesKind } from './card-figures.ts';
import type { Finding } from './finding.ts';
import type { Curve } from './roc.ts';

/** What would be said of one finding in a set of pictures at every operating point; a card's `curves` fit. */
export interface OperatingCurve extends Curve {
  readonly dataset: string;
  /** `own`: pictures that a person evaluated on this device. */
  readonly pictures: PicturesKind | 'own';
  readonly subject: string;
}

/**
 * The curves of one finding, those on pictures like this one first: a person's own, then real ones, changed ones and
 * simulated ones; for a simulated picture the simulated ones.
 */
export function curvesFor(
  curves: readonly OperatingCurve[],
  finding: Finding,
  isSimulated: boolean,
): readonly OperatingCurve[] {
  const rank = ({ pictures }: OperatingCurve): number =>
    isSimulated && pictures === 'simulated' ? -1 : order.indexOf(pictures);
  return curves
    .filter(({ subject, points }) => subject === finding && points.length > 1)
    .toSorted((a, b) => rank(a) - rank(b));
}

const order: readonly OperatingCurve['pictures'][] = ['own', 'real', 'degraded', 'simulated'];

/** Where a threshold lies on a curve, which is known at its own thresholds only: the first that is not lower, or the last. */
export function placeOn({ points }: Curve, threshold: number): number {
  const found = points.findIndex(([at]) => at >= threshold);
  return found < 0 ? points.length - 1 : found;
}
