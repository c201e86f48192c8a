import type { Side } from './fit-edge.ts';
import type { Point } from './sector.ts';

/**
 * An arc about an apex, in a picture whose pixels may not be square: a point lies on it when
 * (y − apex.y)² + stretch × (x − apex.x)² = radius².
 */
export interface Arc {
  readonly radius: number;
  /** Square of pixel width over pixel height; 1 for square pixels. */
  readonly stretch: number;
  /** Columns that end on the arc, less twice those that stick out beyond it. */
  readonly score: number;
}

const ON_ARC = 1.25;
const BEYOND_ARC = 2.5;
const COST_BEYOND = 2;
const SAMPLES = 20;
const LEAST_STRETCH = 0.4;
const MOST_STRETCH = 4;
/** Square pixels are the rule: another stretch must explain this share more of the columns. */
const SQUARE_BONUS = 1.08;

/** Fits the far end of a fan to the lower ends of the columns; `bottom.reach` is y, NaN where not in the fan. */
export function fitBottomArc(bottom: Side, apex: Point): Arc {
  const columns = sampleColumns(bottom);
  let best: Arc = { radius: Number.POSITIVE_INFINITY, stretch: 1, score: 0 };
  const consider = (column: number, stretch: number, bonus: number) => {
    const radius = Math.sqrt(depthSquared(bottom, column, apex) + stretch * acrossSquared(column, apex));
    const score = bonus * scoreArc(bottom, apex, { radius, stretch });
    if (score > best.score) best = { radius, stretch, score };
  };
  for (const [i, first] of columns.entries()) {
    consider(first, 1, SQUARE_BONUS);
    for (const second of columns.slice(i + 1)) {
      const apart = acrossSquared(second, apex) - acrossSquared(first, apex);
      const stretch = (depthSquared(bottom, first, apex) - depthSquared(bottom, second, apex)) / apart;
      if (stretch >= LEAST_STRETCH && stretch <= MOST_STRETCH) consider(first, stretch, 1);
    }
  }
  return best;
}

/** Fits the skin end: the radius, with a known stretch, on which most columns begin; `top.reach` is −y. */
export function fitTopArc(top: Side, apex: Point, stretch: number): Arc {
  let best: Arc = { radius: 0, stretch, score: 0 };
  const beginnings = Array.from(top.reach, (reach, x) => {
    const depth = -reach - apex.y;
    return reach < top.frame ? Math.sqrt(depth * depth + stretch * acrossSquared(x, apex)) : Number.NaN;
  });
  for (const radius of beginnings) {
    let score = 0;
    for (const other of beginnings) {
      if (other < radius - BEYOND_ARC) score -= COST_BEYOND;
      else if (Math.abs(other - radius) <= ON_ARC) score++;
    }
    if (score > best.score) best = { radius, stretch, score };
  }
  return best;
}

function sampleColumns({ reach, frame }: Side): number[] {
  const columns: number[] = [];
  for (const [x, y] of reach.entries()) if (y < frame) columns.push(x);
  const step = Math.max(1, columns.length / SAMPLES);
  const sampled: number[] = [];
  for (let i = 0; i < columns.length; i += step) sampled.push(columns[Math.floor(i)] ?? 0);
  return sampled;
}

function depthSquared(bottom: Side, column: number, apex: Point): number {
  return ((bottom.reach[column] ?? 0) - apex.y) ** 2;
}

function acrossSquared(column: number, apex: Point): number {
  return (column + 0.5 - apex.x) ** 2;
}

function scoreArc({ reach, frame }: Side, apex: Point, arc: Omit<Arc, 'score'>): number {
  let score = 0;
  for (let x = 0; x < reach.length; x++) {
    const y = reach[x] ?? 0;
    const depth = Math.sqrt(Math.max(0, arc.radius ** 2 - arc.stretch * acrossSquared(x, apex)));
    const beyond = y - apex.y - depth;
    if (beyond > BEYOND_ARC) score -= COST_BEYOND;
    else if (beyond >= -ON_ARC && beyond <= ON_ARC && y < frame) score++;
  }
  return score;
}
