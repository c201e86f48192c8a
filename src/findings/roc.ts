import { bootstrapInterval, type Estimate } from '../evaluation/bootstrap.ts';
import { type Proportion, proportionOf } from '../evaluation/wilson.ts';

/** One picture: what was said of it, and what is true. */
export interface Judged {
  /** Calibrated probability, 0–1. */
  readonly probability: number;
  readonly holds: boolean;
}

/** What would be said of a set of pictures at every operating point; a card's `curves` have this shape. */
export interface Curve {
  readonly positives: number;
  readonly negatives: number;
  /** Probability from which on it is called, sensitivity, specificity; thresholds ascend. */
  readonly points: readonly (readonly [threshold: number, sensitivity: number, specificity: number])[];
}

/** How often pictures are called rightly at one threshold. */
export interface Operation {
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
}

/** The whole curve of a set: a point for each probability that occurs, and one from which nothing is called. */
export function curveOf(judged: readonly Judged[]): Curve {
  const sorted = judged.toSorted((a, b) => a.probability - b.probability);
  const positives = judged.filter(({ holds }) => holds).length;
  const negatives = judged.length - positives;
  const points: [number, number, number][] = [];
  const below = { positives: 0, negatives: 0 };
  const rates = (): [number, number] => [1 - below.positives / positives, below.negatives / negatives];
  for (const { probability, holds } of sorted) {
    if (points.at(-1)?.[0] !== probability) points.push([probability, ...rates()]);
    below[holds ? 'positives' : 'negatives'] += 1;
  }
  if ((points.at(-1)?.[0] ?? 0) < 1) points.push([1, ...rates()]);
  return { positives, negatives, points };
}

/**
 * What comes of calling from `threshold` on, with 95 % intervals by Wilson. Between two points of a curve nothing changes
 * where it has all of them; of a thinned one, the upper is taken.
 */
export function operateAt({ points, positives, negatives }: Curve, threshold: number): Operation {
  const [, sensitivity, specificity] = points.find(([at]) => at >= threshold) ?? [1, 0, 1];
  return {
    sensitivity: proportionOf(Math.round(sensitivity * positives), positives),
    specificity: proportionOf(Math.round(specificity * negatives), negatives),
  };
}

/**
 * The area under the curve: the chance that a picture with the finding gets the higher probability than one without, ties
 * half (Mann and Whitney 1947). The 95 % interval is by bootstrap over pictures. Null where one of the two is missing.
 */
export function areaUnder(judged: readonly Judged[]): Estimate | null {
  const order = judged.map((_, i) => i).sort((a, b) => at(judged, a).probability - at(judged, b).probability);
  const area = (times: ArrayLike<number>): number | null => weightedArea(judged, order, times);
  const value = area(judged.map(() => 1));
  if (value === null) return null;
  const times = new Int32Array(judged.length);
  const interval = bootstrapInterval(judged.length, (drawn) => {
    times.fill(0);
    for (const i of drawn) times[i] = (times[i] ?? 0) + 1;
    return area(times);
  });
  return { value, interval, n: judged.length };
}

/** `order`: numbers of pictures, least probability first; `times`: how often each counts. */
function weightedArea(
  judged: readonly Judged[],
  order: readonly number[],
  times: ArrayLike<number>,
): number | null {
  let [wins, below, positives] = [0, 0, 0];
  for (let first = 0; first < order.length; ) {
    const tied = { positives: 0, negatives: 0 };
    const { probability } = at(judged, order[first] ?? 0);
    for (; first < order.length && at(judged, order[first] ?? 0).probability === probability; first++) {
      const i = order[first] ?? 0;
      tied[at(judged, i).holds ? 'positives' : 'negatives'] += times[i] ?? 0;
    }
    wins += tied.positives * (below + tied.negatives / 2);
    below += tied.negatives;
    positives += tied.positives;
  }
  return positives > 0 && below > 0 ? wins / (positives * below) : null;
}

function at(judged: readonly Judged[], i: number): Judged {
  return judged[i] ?? { probability: Number.NaN, holds: false };
}
