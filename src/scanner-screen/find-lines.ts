import type { Edges } from './find-edges.ts';

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

/** Which way lines run. */
export type Direction = 'level' | 'upright';

/** A hand-held camera tilts and turns the screen's sides no further than this. */
const steepest = 0.64;
const slopeStep = 0.02;
const slopes = 2 * Math.round(steepest / slopeStep) + 1;
/** The gradient of a faint edge is this uncertain, as a slope. */
const slopeDoubt = 0.14;
/** As many lines of each sign are kept; those of the screen are among them, unless it is very faint. */
const mostLines = 13;
/** A line with fewer votes than this share of the picture's length is none. */
const leastShare = 0.05;
/** Lines closer than this over their middle half are one. */
const apart = 1.2;
/** Edge pixels this far from a line still belong to it. */
const reach = 1.6;

interface Axis {
  readonly length: number;
  readonly middle: number;
  readonly along: Float32Array;
  readonly across: Float32Array;
  /** Slope of the edge at each pixel. */
  readonly slope: Float32Array;
  readonly weight: Float32Array;
  readonly count: number;
  /** The lowest place of a line, and how many there are. */
  readonly lowest: number;
  readonly places: number;
}

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

/**
 * Lines by falling votes. One that is found takes its pixels' votes away with it, so that it is not found again and
 * faint lines beside it are.
 */
function peelLines(axis: Axis): Peak[] {
  const votes = new Float32Array(slopes * axis.places);
  for (let i = 0; i < axis.count; i++) castVote(votes, axis, i, 1);
  const spent = new Uint8Array(axis.count);
  const lines: Peak[] = [];
  for (let round = 0; round < mostLines; round++) {
    const peak = highest(votes, axis.places);
    if (peak.votes < leastShare * axis.length) break;
    const line = settle({ at: peak.at + axis.lowest, slope: peak.slope }, axis);
    spend({ votes, spent }, line, axis);
    lines.push({ ...line, votes: peak.votes });
    // What is left under a peak that its settled line does not cover must not come up for ever.
    votes.fill(0, peak.cell - 1, peak.cell + 2);
  }
  return lines;
}

/** The pixels whose edge runs in the direction, and with a sign, only steps to brighter (1) or to darker (−1). */
function axisOf(edges: Edges, direction: Direction, sign: number | null): Axis {
  const isLevel = direction === 'level';
  const [length, breadth] = isLevel ? [edges.width, edges.height] : [edges.height, edges.width];
  const [with_, against] = isLevel ? [edges.gx, edges.gy] : [edges.gy, edges.gx];
  const [alongs, acrosses] = isLevel ? [edges.x, edges.y] : [edges.y, edges.x];
  const make = () => new Float32Array(edges.count);
  const lists = { along: make(), across: make(), slope: make(), weight: make() };
  let count = 0;
  for (let i = 0; i < edges.count; i++) {
    const step = against[i] ?? 0;
    const value = -(with_[i] ?? 0) / (step || 1e-6);
    if (Math.abs(value) > steepest + slopeDoubt || (sign !== null && step * sign < 0)) continue;
    lists.along[count] = alongs[i] ?? 0;
    lists.across[count] = acrosses[i] ?? 0;
    lists.slope[count] = value;
    lists.weight[count++] = edges.weight[i] ?? 0;
  }
  const spare = Math.ceil((steepest * length) / 2) + 2;
  return { length, middle: length / 2, ...lists, count, lowest: -spare, places: breadth + 2 * spare };
}

/** Adds (or, with −1, takes back) a pixel's votes for the lines through it near its own slope. */
function castVote(votes: Float32Array, axis: Axis, i: number, sign: 1 | -1): void {
  const halfSpan = Math.round(slopeDoubt / slopeStep);
  const nearest = Math.round(((axis.slope[i] ?? 0) + steepest) / slopeStep);
  const last = Math.min(slopes - 1, nearest + halfSpan);
  const from = (axis.along[i] ?? 0) - axis.middle;
  const vote = sign * (axis.weight[i] ?? 0);
  const place = (axis.across[i] ?? 0) - axis.lowest;
  for (let k = Math.max(0, nearest - halfSpan); k <= last; k++) {
    const exact = place - (k * slopeStep - steepest) * from;
    const bin = exact | 0;
    const at = k * axis.places + bin;
    const part = exact - bin;
    // Shared between the two nearest places.
    votes[at] = (votes[at] ?? 0) + vote * (1 - part);
    votes[at + 1] = (votes[at + 1] ?? 0) + vote * part;
  }
}

interface Straight {
  readonly at: number;
  readonly slope: number;
}

interface Peak extends Straight {
  readonly votes: number;
}

function highest(votes: Float32Array, places: number): Peak & { cell: number } {
  let [cell, most] = [0, 0];
  for (let i = 0; i < votes.length; i++) {
    const value = votes[i] ?? 0;
    if (value > most) {
      most = value;
      cell = i;
    }
  }
  const k = Math.floor(cell / places);
  return { at: cell - k * places, slope: k * slopeStep - steepest, votes: most, cell };
}

function isSame(a: Straight, b: Straight, quarter: number): boolean {
  const shift = a.at - b.at;
  const turn = (a.slope - b.slope) * quarter;
  return Math.abs(shift + turn) < apart && Math.abs(shift - turn) < apart;
}

/** Fits the line to its pixels by weighted least squares, twice, as the first fit may gain some. */
function settle(peak: Straight, axis: Axis): Straight {
  const once = fitLine(peak, axis);
  return once === null ? peak : (fitLine(once, axis) ?? once);
}

function fitLine(line: Straight, axis: Axis): Straight | null {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < axis.count; i++) {
    const off = offsetFrom(line, axis, i);
    if (off > reach || off < -reach || Math.abs((axis.slope[i] ?? 0) - line.slope) > slopeDoubt) continue;
    const t = (axis.along[i] ?? 0) - axis.middle;
    const w = axis.weight[i] ?? 0;
    n += w;
    sx += w * t;
    sy += w * off;
    sxx += w * t * t;
    sxy += w * t * off;
  }
  const spread = n * sxx - sx * sx;
  if (spread < 1e-3) return null;
  const turn = (n * sxy - sx * sy) / spread;
  return { at: line.at + (sy - turn * sx) / n, slope: line.slope + turn };
}

function offsetFrom(line: Straight, axis: Axis, i: number): number {
  return (axis.across[i] ?? 0) - line.at - line.slope * ((axis.along[i] ?? 0) - axis.middle);
}

function spend(
  { votes, spent }: { readonly votes: Float32Array; readonly spent: Uint8Array },
  line: Straight,
  axis: Axis,
): void {
  for (let i = 0; i < axis.count; i++) {
    if (spent[i] === 1 || Math.abs(offsetFrom(line, axis, i)) > reach) continue;
    if (Math.abs((axis.slope[i] ?? 0) - line.slope) > slopeDoubt) continue;
    spent[i] = 1;
    castVote(votes, axis, i, -1);
  }
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
