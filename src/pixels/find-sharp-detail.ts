import type { GreyImage } from './grey-image.ts';
import type { Span } from './sector-mask.ts';

/** Side of the square blocks in which sharpness is summed, pixels. */
export const blockSide = 4;

/** How abruptly the grey changes from pixel to pixel: what is drawn by a computer does, echoes hardly do. */
export interface SharpDetail {
  /** Mean size of the second differences along row, column and both diagonals, 0–255; 0 outside the spans. */
  readonly strength: Uint8Array;
  readonly width: number;
  /** Windows of 2 × 2 blocks, the left upper block's column and row naming each. */
  readonly columns: number;
  readonly rows: number;
  /** Mean second difference of the window in the direction in which it is least: low on lines, however bright. */
  readonly least: Float32Array;
  /** Greatest strength in each window. */
  readonly peaks: Uint8Array;
  /** 95 % of the windows with any detail are less sharp: so sharp are the echoes, for marks fill less than the rest. */
  readonly usual: number;
}

/** Along the row, the column and both diagonals. */
const directions = 4;

/** Second differences of the picture in the spans, which must keep a pixel's distance from the frame. */
export function findSharpDetail(image: GreyImage, spans: readonly Span[]): SharpDetail {
  const columns = Math.ceil(image.width / blockSide);
  const rows = Math.ceil(image.height / blockSide);
  const strength = new Uint8Array(image.width * image.height);
  const sums = new Int32Array(columns * rows * directions);
  const peaks = new Uint8Array(columns * rows);
  for (const span of spans) differ(image, span, { strength, sums, peaks, columns });
  const least = leastOf(sums, columns, rows);
  for (let block = 0; block < peaks.length; block++) {
    const below = block + columns;
    const upper = Math.max(peaks[block] ?? 0, peaks[block + 1] ?? 0);
    peaks[block] = Math.max(upper, peaks[below] ?? 0, peaks[below + 1] ?? 0);
  }
  return { strength, width: image.width, columns, rows, least, peaks, usual: usualOf(least) };
}

interface Sums {
  readonly strength: Uint8Array;
  readonly sums: Int32Array;
  readonly peaks: Uint8Array;
  readonly columns: number;
}

function differ({ data, width }: GreyImage, { row, from, to }: Span, into: Sums): void {
  const { strength, sums, peaks, columns } = into;
  const blockRow = Math.floor(row / blockSide) * columns;
  for (let x = from; x < to; x++) {
    const at = row * width + x;
    const across = secondDifference(data, at, 1);
    const down = secondDifference(data, at, width);
    // A diagonal step is longer by √2, and a second difference grows with the step: 181 / 256 is 1 / √2.
    const falling = (181 * secondDifference(data, at, width + 1)) >> 8;
    const rising = (181 * secondDifference(data, at, width - 1)) >> 8;
    const mean = Math.min(255, (across + down + falling + rising) >> 2);
    strength[at] = mean;
    const block = blockRow + Math.floor(x / blockSide);
    if (mean > (peaks[block] ?? 0)) peaks[block] = mean;
    const sum = block * directions;
    add(sums, sum, across);
    add(sums, sum + 1, down);
    add(sums, sum + 2, falling);
    add(sums, sum + 3, rising);
  }
}

function secondDifference(data: Uint8Array, at: number, step: number): number {
  return Math.abs(2 * (data[at] ?? 0) - (data[at - step] ?? 0) - (data[at + step] ?? 0));
}

function add(sums: Int32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

function leastOf(sums: Int32Array, columns: number, rows: number): Float32Array {
  const least = new Float32Array(columns * rows);
  const next = directions * columns;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const block = (row * columns + column) * directions;
      let smallest = Number.POSITIVE_INFINITY;
      for (let i = block; i < block + directions; i++) {
        const upper = (sums[i] ?? 0) + (sums[i + directions] ?? 0);
        smallest = Math.min(smallest, upper + (sums[i + next] ?? 0) + (sums[i + next + directions] ?? 0));
      }
      least[row * columns + column] = smallest / (4 * blockSide ** 2);
    }
  }
  return least;
}

function usualOf(least: Float32Array): number {
  const counts = new Uint32Array(1024);
  let all = 0;
  for (const sharpness of least) {
    if (sharpness === 0) continue;
    const level = Math.floor(2 * sharpness);
    counts[level] = (counts[level] ?? 0) + 1;
    all += 1;
  }
  let level = 0;
  for (let below = 0; below < 0.95 * all; level++) below += counts[level] ?? 0;
  return level / 2;
}
