import { percentile } from './percentile.ts';
import type { Surface } from './surface.ts';

/** How wide and how high a pixel is, in the unit of the distances. */
export interface PixelSize {
  readonly x: number;
  readonly y: number;
}

/** How far two edges lie apart. */
export interface EdgeDistances {
  /** The largest distance from a pixel of either edge to the other edge. */
  readonly hausdorff: number;
  /** The 95th percentile of the distances of both directions taken together. */
  readonly hausdorff95: number;
}

/**
 * Hausdorff distance and its 95 % form between the edges of two masks of the same box, from pixel centre to pixel centre.
 * The 95 % form pools both directions before the percentile is taken, as `medpy.metric.hd95` does; some programs take
 * the larger of the two directions' percentiles instead. Null where either edge is empty.
 */
export function edgeDistances(a: Surface, b: Surface, pixel: PixelSize): EdgeDistances | null {
  if (a.columns.length === 0 || b.columns.length === 0) return null;
  const pooled = new Float64Array(a.columns.length + b.columns.length);
  pooled.set(distancesTo(b, a, pixel));
  pooled.set(distancesTo(a, b, pixel), a.columns.length);
  pooled.sort();
  return { hausdorff: pooled.at(-1) ?? 0, hausdorff95: percentile(pooled, 95) };
}

/** The distance from each pixel of `from` to the nearest of `to`. */
function distancesTo(to: Surface, from: Surface, pixel: PixelSize): Float64Array {
  const distances = new Float64Array(from.columns.length);
  const rows = from.starts.length - 1;
  for (let row = 0; row < rows; row++) {
    for (let i = from.starts[row] ?? 0; i < (from.starts[row + 1] ?? 0); i++) {
      distances[i] = nearest(to, { row, column: from.columns[i] ?? 0 }, pixel);
    }
  }
  return distances;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Looks at rows further and further away, until a row alone is further than the best so far. */
function nearest(to: Surface, { row, column }: Cell, pixel: PixelSize): number {
  const rows = to.starts.length - 1;
  let best = Infinity;
  for (let step = 0; step < rows; step++) {
    const down = (step * pixel.y) ** 2;
    if (down >= best) break;
    const columns = Math.min(columnsAway(to, row - step, column), columnsAway(to, row + step, column));
    best = Math.min(best, (columns * pixel.x) ** 2 + down);
  }
  return Math.sqrt(best);
}

/** Columns from a place to the nearest pixel in a row; infinite where there is none. */
function columnsAway({ columns, starts }: Surface, row: number, column: number): number {
  const first = starts[row] ?? 0;
  const end = starts[row + 1] ?? first;
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  const right = low < end ? (columns[low] ?? 0) - column : Infinity;
  return low > first ? Math.min(right, column - (columns[low - 1] ?? 0)) : right;
}
