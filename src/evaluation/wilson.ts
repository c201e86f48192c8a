import type { Interval } from './bootstrap.ts';

/** A share of things counted one by one, and what it may be in all there are. */
export interface Proportion {
  /** 0–1; NaN of none. */
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
}

/** The normal deviate that 95 % lie within. */
const deviate = 1.959_963_984_540_054;

/**
 * The share of `count` in `n` with its 95 % interval by Wilson's score (1927), which stays within 0–1 and holds for few
 * and for extreme shares; of none it is all that there can be.
 */
export function proportionOf(count: number, n: number): Proportion {
  if (n === 0) return { value: Number.NaN, interval: [0, 1], n };
  const [value, squared] = [count / n, deviate ** 2];
  const middle = (value + squared / (2 * n)) / (1 + squared / n);
  const half = (deviate / (1 + squared / n)) * Math.sqrt((value * (1 - value)) / n + squared / (4 * n * n));
  // Rounding must not leave the share outside its own interval.
  return {
    value,
    interval: [Math.min(value, Math.max(0, middle - half)), Math.max(value, Math.min(1, middle + half))],
    n,
  };
}
