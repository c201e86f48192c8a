import { seededRandom } from '../phantom/random.ts';
import { percentile } from './percentile.ts';

/** The two ends of an interval. */
export type Interval = readonly [low: number, high: number];

const repeats = 2000;
/** Any number does; a fixed one gives the same interval each time. */
const seed = 20_240;

/**
 * The interval that holds 95 % of what a statistic gives on pictures drawn anew, with replacement (percentile
 * bootstrap, Efron and Tibshirani 1993). `statistic` gets the numbers of the drawn pictures, 0 … `count − 1`, in an array
 * that is used again; where it says null the draw does not count. Null where there are fewer than two pictures.
 */
export function bootstrapInterval(
  count: number,
  statistic: (drawn: Int32Array) => number | null,
): Interval | null {
  if (count < 2) return null;
  const random = seededRandom(seed);
  const drawn = new Int32Array(count);
  const values: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (let i = 0; i < count; i++) drawn[i] = Math.floor(random.unit() * count);
    const value = statistic(drawn);
    if (value !== null) values.push(value);
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  return [percentile(values, 2.5), percentile(values, 97.5)];
}

/** A figure of several pictures. */
export interface Estimate {
  readonly value: number;
  /** Null with one picture: nothing tells how another would differ. */
  readonly interval: Interval | null;
  /** Pictures. */
  readonly n: number;
}

/** The mean of the pictures' values with its interval; null of none. */
export function estimateMean(values: readonly number[]): Estimate | null {
  if (values.length === 0) return null;
  const mean = (indices: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < indices.length; i++) sum += values[indices[i] ?? 0] ?? 0;
    return sum / indices.length;
  };
  return {
    value: mean(values.map((_, i) => i)),
    interval: bootstrapInterval(values.length, mean),
    n: values.length,
  };
}
