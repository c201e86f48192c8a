import type { Poles } from './fit-kidney-crop.ts';
import type { Point } from './sector.ts';

/** A mask, 1 inside; row-major, `width × height`. */
interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The poles of a kidney from the mask of its capsule: the two places of the mask that lie furthest apart (its
 * largest Feret diameter), the left one first; null where fewer than two pixels are set. `pixelAspect`: width of a
 * pixel over its height.
 */
export function findPoles(mask: Mask, pixelAspect = 1): Poles | null {
  const ends = rowEnds(mask);
  let best: Poles | null = null;
  let largest = 0;
  for (const [i, a] of ends.entries()) {
    for (const b of ends.slice(i + 1)) {
      const distance = ((b.x - a.x) * pixelAspect) ** 2 + (b.y - a.y) ** 2;
      if (distance > largest) {
        largest = distance;
        best = a.x <= b.x ? [a, b] : [b, a];
      }
    }
  }
  return best;
}

/** Centres of the first and last pixel of each row: the furthest pair is among them. */
function rowEnds({ width, height, data }: Mask): Point[] {
  const ends: Point[] = [];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first >= 0) ends.push({ x: first + 0.5, y: y + 0.5 });
    if (last > first) ends.push({ x: last + 0.5, y: y + 0.5 });
  }
  return ends;
}
