import type { Mask } from './draw-mask.ts';

/** How far two masks of the same box cover each other, in pixels. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/** Counts the pixels of each mask and of both. */
export function countOverlap({ pixels: a }: Mask, { pixels: b }: Mask): Overlap {
  const count = { a: 0, b: 0, both: 0 };
  a.forEach((inA, i) => {
    const inB = b[i] ?? 0;
    count.a += inA;
    count.b += inB;
    count.both += inA & inB;
  });
  return count;
}

/** Dice's coefficient, 2 |A ∩ B| / (|A| + |B|): 0 where only one is empty, null where both are. */
export function dice({ a, b, both }: Overlap): number | null {
  return a + b === 0 ? null : (2 * both) / (a + b);
}

/** Jaccard's index, |A ∩ B| / |A ∪ B|: 0 where only one is empty, null where both are. */
export function jaccard({ a, b, both }: Overlap): number | null {
  return a + b === 0 ? null : both / (a + b - both);
}
