import type { Judged } from './roc.ts';

/** How often something held among pictures with a probability in one tenth; a card's `reliability` has this shape. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Mean probability. */
  readonly said: number;
  /** Share of the pictures in which it held. */
  readonly seen: number;
}

/** Whether probabilities mean what they say, by tenths; empty ones are left out. */
export function reliabilityOf(judged: readonly Judged[]): ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const here = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth);
    const n = here.length;
    return {
      low: tenth / 10,
      high: (tenth + 1) / 10,
      n,
      said: here.reduce((sum, { probability }) => sum + probability, 0) / n,
      seen: here.filter(({ holds }) => holds).length / n,
    };
  }).filter(({ n }) => n > 0);
}
