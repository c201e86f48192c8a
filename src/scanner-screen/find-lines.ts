import { type Axis, axisOf, type Direction, offsetFrom, type Straight, slopeDoubt } from './edge-axis.ts';
import type { Edges } from './find-edges.ts';
import { peelLines, reach } from './peel-lines.ts';

/**
 * A nearly level line across = at + slope × (along − middle), where `along` runs from left to right; for nearly
 * upright lines the axes are swapped. `seen[i]` is the sum of the edge seen under the line up to `along` = i.
 */
export interface Line {
  readonly at: number;
  readonly slope: number;
  readonly votes: number;
  readonly seen: Float32Array;
}

/** Lines closer than this over their middle half are one. */
const apart = 1.2;

/**
 * The most marked straight lines in one direction (Hough 1962, each pixel voting only near its own slope). Steps to
 * brighter and to darker vote apart: a display's border is mostly one of the two, while words beside it are both.
 */
export function findLines(edges: Edges, direction: Direction): Line[] {
  const whole = axisOf(edges, direction, null);
  const peaks = [1, -1].flatMap((sign) => peelLines(axisOf(edges, direction, sign)));
  peaks.sort((a, b) => b.votes - a.votes);
  const lines: Line[] = [];
  for (const peak of peaks) {
    if (lines.some((other) => isSame(peak, other, whole.length / 4))) continue;
    lines.push({ ...peak, seen: sumSeen(peak, whole) });
  }
  return lines;
}

function isSame(a: Straight, b: Straight, quarter: number): boolean {
  const shift = a.at - b.at;
  const turn = (a.slope - b.slope) * quarter;
  return Math.abs(shift + turn) < apart && Math.abs(shift - turn) < apart;
}

/** Running sum of the best edge weight under each step along the line. */
function sumSeen(line: Straight, axis: Axis): Float32Array {
  const best = new Float32Array(axis.length + 1);
  for (let i = 0; i < axis.count; i++) {
    if (Math.abs(offsetFrom(line, axis, i)) > reach) continue;
    if (Math.abs((axis.slope[i] ?? 0) - line.slope) > 2 * slopeDoubt) continue;
    const step = ((axis.along[i] ?? 0) | 0) + 1;
    best[step] = Math.max(best[step] ?? 0, axis.weight[i] ?? 0);
  }
  for (let step = 1; step < best.length; step++) best[step] = (best[step] ?? 0) + (best[step - 1] ?? 0);
  return best;
}

/** The share, 0–1, of an edge that is seen under a line between two places along it. */
export function seenBetween(line: Line, from: number, to: number): number {
  const last = line.seen.length - 1;
  const [a, b] = [Math.round(Math.min(Math.max(from, 0), last)), Math.round(Math.min(Math.max(to, 0), last))];
  return b > a ? ((line.seen[b] ?? 0) - (line.seen[a] ?? 0)) / (b - a) : 0;
}
