import type { GreyImage } from './grey-image.ts';

/** A picture made smaller by a whole factor: one of its pixels stands for `factor × factor` of the original. */
export interface ShrunkImage extends GreyImage {
  readonly factor: number;
}

/** Averages whole blocks of pixels so that the longer side comes nearest to `longSide` pixels; never enlarges. */
export function shrinkImage(image: GreyImage, longSide: number): ShrunkImage {
  const factor = Math.max(1, Math.round(Math.max(image.width, image.height) / longSide));
  if (factor === 1) return { ...image, factor };
  const width = Math.ceil(image.width / factor);
  const height = Math.ceil(image.height / factor);
  const data = new Uint8Array(width * height);
  const columns = new Uint32Array(width * factor);
  for (let row = 0; row < height; row++) {
    const rows = Math.min(factor, image.height - row * factor);
    sumColumns(image, { from: row * factor, to: row * factor + rows }, columns);
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let i = column * factor; i < (column + 1) * factor; i++) sum += columns[i] ?? 0;
      const across = Math.min(factor, image.width - column * factor);
      data[row * width + column] = sum / (rows * across) + 0.5;
    }
  }
  return { width, height, data, factor };
}

/** Adds up the pixels of some rows, column by column; `columns` may be longer than a row. */
function sumColumns(
  { data, width }: GreyImage,
  rows: { readonly from: number; readonly to: number },
  columns: Uint32Array,
): void {
  columns.fill(0);
  for (let y = rows.from; y < rows.to; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + (data[start + x] ?? 0);
  }
}
