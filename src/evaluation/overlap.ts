import type { Mask } from './draw-mask.ts';

/** How far two masks of the same box cover each other, in pixels. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/** Counts the pixels of each mask and of both. */
export function countOverlap({ pixels: a }: Mask, { pixels: b }: Mask): Overlap {
  let [inA, inB, both] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const isInA = a[i] === 1;
    const isInB = b[i] === 1;
    if (isInA) inA++;
    if (isInB) inB++;
    if (isInA && isInB) both++;
  }
  return { a: inA, b: inB, both };
}

/** Dice's coefficient, 2 |A ∩ B| / (|A| + |B|): 0 where only one is empty, null where both are. */
export function dice({ a, b, both }: Overlap): number | null {
  return a + b === 0 ? null : (2 * both) / (a + b);
}

/** Jaccard's index, |A ∩ B| / |A ∪ B|: 0 where only one is empty, null where both are. */
export function jaccard({ a, b, both }: Overlap): number | null {
  return a + b === 0 ? null : both / (a + b - both);
}
