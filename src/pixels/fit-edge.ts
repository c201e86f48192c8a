/**
 * One side of a mask, turned so that `reach` grows outwards: `reach[i]` is how far the mask extends on line
 * `i` (a row for the left and right sides, a column for top and bottom). Line `i` lies at `i + 0.5`.
 */
export interface Side {
  readonly reach: Float32Array;
  /** The reach at which the frame cuts the picture off. */
  readonly frame: number;
}

/** A straight edge: reach = offset + slope × position along the side. */
export interface Edge {
  readonly offset: number;
  readonly slope: number;
  /** Lines of the mask that end on the edge, less twice those that stick out beyond it. */
  readonly score: number;
}

/** Distance from the edge, in pixels, within which a line of the mask ends on it, and beyond which it sticks out. */
const ON_EDGE = 1.25;
const BEYOND_EDGE = 2.5;
const COST_BEYOND = 2;
const SAMPLES = 20;

/** The best straight edge through pairs of the side's ends, with a slope between `least` and `most`. */
export function fitEdge(side: Side, least: number, most: number): Edge {
  const ends = sampleEnds(side);
  let best: Edge = { offset: side.frame, slope: least, score: 0 };
  for (const [i, first] of ends.entries()) {
    for (const second of ends.slice(i + 1)) {
      const rise = (side.reach[second] ?? 0) - (side.reach[first] ?? 0);
      const slope = rise / (second - first);
      if (slope < least || slope > most) continue;
      const offset = (side.reach[first] ?? 0) - slope * (first + 0.5);
      const score = scoreEdge(side, { offset, slope }, ON_EDGE);
      if (score > best.score) best = { offset, slope, score };
    }
  }
  return best.score > 0 ? refine(side, best) : best;
}

/** The best edge of a given slope: the one on which most lines end and beyond which few stick out. */
export function fitParallelEdge(side: Side, slope: number, tolerance = ON_EDGE): Edge {
  let best: Edge = { offset: side.frame, slope, score: Number.NEGATIVE_INFINITY };
  let tried = Number.NaN;
  for (const [i, reach] of side.reach.entries()) {
    if (Number.isNaN(reach)) continue;
    const offset = reach - slope * (i + 0.5);
    if (offset === tried) continue;
    tried = offset;
    const score = scoreEdge(side, { offset, slope }, tolerance);
    if (score > best.score || (score === best.score && offset > best.offset)) best = { offset, slope, score };
  }
  return { ...best, offset: meanOffset(side, best, tolerance) };
}

/** The mean offset of the ends that lie on an edge: many offsets score alike, this is their middle. */
function meanOffset({ reach, frame }: Side, { offset, slope }: Edge, tolerance: number): number {
  const on = tolerance * Math.hypot(1, slope);
  let sum = 0;
  let n = 0;
  for (const [i, end] of reach.entries()) {
    const own = end - slope * (i + 0.5);
    if (!(end < frame && Math.abs(own - offset) <= on)) continue;
    sum += own;
    n++;
  }
  return n > 0 ? sum / n : offset;
}

/** Lines, evenly spread over the side, whose end the frame does not cut off. */
function sampleEnds(side: Side): number[] {
  const ends: number[] = [];
  for (const [i, reach] of side.reach.entries()) if (reach < side.frame) ends.push(i);
  const step = Math.max(1, ends.length / SAMPLES);
  const sampled: number[] = [];
  for (let i = 0; i < ends.length; i += step) sampled.push(ends[Math.floor(i)] ?? 0);
  return sampled;
}

function scoreEdge(
  { reach, frame }: Side,
  { offset, slope }: Omit<Edge, 'score'>,
  tolerance: number,
): number {
  const steepness = Math.sqrt(1 + slope * slope);
  const on = tolerance * steepness;
  const out = BEYOND_EDGE * steepness;
  let score = 0;
  for (let i = 0; i < reach.length; i++) {
    const end = reach[i] ?? 0;
    const beyond = end - offset - slope * (i + 0.5);
    if (beyond > out) score -= COST_BEYOND;
    else if (beyond >= -on && beyond <= on && end < frame) score++;
  }
  return score;
}

/** Least squares through the ends that lie on the edge. */
function refine(side: Side, edge: Edge): Edge {
  const near = ON_EDGE * Math.hypot(1, edge.slope);
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const [i, reach] of side.reach.entries()) {
    const at = i + 0.5;
    if (!(reach < side.frame && Math.abs(reach - edge.offset - edge.slope * at) <= near)) continue;
    n++;
    x += at;
    y += reach;
    xx += at * at;
    xy += at * reach;
  }
  const slope = (n * xy - x * y) / (n * xx - x * x);
  if (!Number.isFinite(slope)) return edge;
  return { offset: (y - slope * x) / n, slope, score: edge.score };
}
