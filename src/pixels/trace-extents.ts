/**
 * The outermost marked pixels of a mask, as edge coordinates: `left[y]`, `right[y]` of each row and
 * `top[x]`, `bottom[x]` of each column; NaN where a row or column holds none.
 */
export interface Extents {
  readonly width: number;
  readonly height: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly top: Float32Array;
  readonly bottom: Float32Array;
}

/** Reads the outer edges of a mask, row by row and column by column. */
export function traceExtents(mask: Uint8Array, width: number, height: number): Extents {
  const left = new Float32Array(height).fill(Number.NaN);
  const right = new Float32Array(height).fill(Number.NaN);
  const top = new Float32Array(width).fill(Number.NaN);
  const bottom = new Float32Array(width).fill(Number.NaN);
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    if (first < 0) continue;
    left[y] = first;
    right[y] = row.lastIndexOf(1) + 1;
    for (let x = first; x < width; x++) {
      if (row[x] !== 1) continue;
      if (Number.isNaN(top[x])) top[x] = y;
      bottom[x] = y + 1;
    }
  }
  return { width, height, left, right, top, bottom };
}
