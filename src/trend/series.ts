import { type Change, changeBetween, type Measure, type TrendPoint } from './change.ts';

/** One measure over visits, oldest first, and what became of it. */
export interface Series {
  readonly measure: Measure;
  readonly points: readonly TrendPoint[];
  /** For each point what changed since the one before it; null for the first. */
  readonly changes: readonly (Change | null)[];
  /** What changed from the first to the last; null where there is but one. */
  readonly overall: Change | null;
}

/** Compares the points of a measure; nothing is called a change or none where two kidneys may be mixed. */
export function seriesOf(measure: Measure, points: readonly TrendPoint[], isMixed = false): Series {
  const compare = (earlier: TrendPoint | undefined, later: TrendPoint | undefined): Change | null => {
    if (earlier === undefined || later === undefined || earlier === later) return null;
    return isMixed ? { kind: 'unknown', why: 'side-unknown' } : changeBetween(measure, earlier, later);
  };
  return {
    measure,
    points,
    changes: points.map((point, i) => compare(points[i - 1], point)),
    overall: compare(points[0], points.at(-1)),
  };
}
