import { type Axis, offsetFrom, type Straight, slopeDoubt, steepest } from './edge-axis.ts';

const slopeStep = 0.02;
const slopes = 2 * Math.round(steepest / slopeStep) + 1;
/** As many lines of each sign are kept; those of the screen are among them, unless it is very faint. */
const mostLines = 13;
/** A line with fewer votes than this share of the picture's length is none. */
const leastShare = 0.05;
/** Edge pixels this far from a line still belong to it. */
export const reach = 1.6;

/** A line and what spoke for it. */
export interface Peak extends Straight {
  readonly votes: number;
}

/**
 * Lines by falling votes. One that is found takes its pixels' votes away with it, so that it is not found again and
 * faint lines beside it are.
 */
export function peelLines(axis: Axis): Peak[] {
  const votes = new Float32Array(slopes * axis.places);
  for (let i = 0; i < axis.count; i++) castVote(votes, axis, { i, sign: 1 });
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

interface Vote {
  readonly i: number;
  readonly sign: 1 | -1;
}

/** Adds (or, with −1, takes back) a pixel's votes for the lines through it near its own slope. */
function castVote(votes: Float32Array, axis: Axis, { i, sign }: Vote): void {
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

function spend(
  { votes, spent }: { readonly votes: Float32Array; readonly spent: Uint8Array },
  line: Straight,
  axis: Axis,
): void {
  for (let i = 0; i < axis.count; i++) {
    if (spent[i] === 1 || Math.abs(offsetFrom(line, axis, i)) > reach) continue;
    if (Math.abs((axis.slope[i] ?? 0) - line.slope) > slopeDoubt) continue;
    spent[i] = 1;
    castVote(votes, axis, { i, sign: -1 });
  }
}
