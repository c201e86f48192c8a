import type { Mask } from './draw-mask.ts';

/** The pixels at the edge of a mask, row by row. */
export interface Surface {
  /** Columns of the edge's pixels within the box, rising within each row. */
  readonly columns: Int32Array;
  /** Row r holds `columns[starts[r]]` … `columns[starts[r + 1] − 1]`; one longer than the box is high. */
  readonly starts: Int32Array;
}

/**
 * The edge of a mask: its pixels with a neighbour to the left, right, above or below that is outside it, or that lies
 * outside the box. The same as `mask ^ binary_erosion(mask)` of scipy.ndimage, with its default cross.
 */
export function surfaceOf({ box: { width, height }, pixels }: Mask): Surface {
  const columns: number[] = [];
  const starts = new Int32Array(height + 1);
  for (let row = 0; row < height; row++) {
    const first = row * width;
    const isOuterRow = row === 0 || row === height - 1;
    for (let column = 0; column < width; column++) {
      const at = first + column;
      if (pixels[at] !== 1) continue;
      const isOuter = isOuterRow || column === 0 || column === width - 1;
      if (isOuter || !isSurrounded(pixels, at, width)) columns.push(column);
    }
    starts[row + 1] = columns.length;
  }
  return { columns: Int32Array.from(columns), starts };
}

function isSurrounded(pixels: Uint8Array, at: number, width: number): boolean {
  return pixels[at - 1] === 1 && pixels[at + 1] === 1 && pixels[at - width] === 1 && pixels[at + width] === 1;
}
