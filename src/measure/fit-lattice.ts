/** Places at equal distances along a line. */
export interface Lattice {
  /** The places that were found, in order; one may be missing between two of them. */
  readonly hits: readonly number[];
  /** How many steps lie between the first place and each of them. */
  readonly steps: readonly number[];
  /** Least-squares distance from place to place, and where the first one lies. */
  readonly spacing: number;
  readonly first: number;
}

/** Fewer ticks are no scale. */
const LEAST_HITS = 5;
/** Ticks closer than this cannot be told apart. */
const LEAST_SPACING = 5;
/** How far a place may lie from where it should, in pixels and as a share of the spacing. */
const OFF = { pixels: 1.2, share: 0.06 } as const;
/** Root-mean-square distance to the lattice: drawn to the pixel, ticks are off by 0.3. */
const LARGEST_RESIDUAL = 0.6;
/** At most one in so many places may be missing, or stray between them. */
const ONE_IN = 6;

/**
 * The longest even row among sorted places, or null where none is plain: five places or more, hardly one missing
 * and hardly a stray one between them.
 */
export function fitLattice(places: readonly number[]): Lattice | null {
  let best: Lattice | null = null;
  for (let i = 0; i + 1 < places.length; i++) {
    for (let j = i + 1; j <= i + 2 && j < places.length; j++) {
      const found = walk(places, i, j);
      if (found !== null && isPlain(found, places) && found.hits.length > (best?.hits.length ?? 0))
        best = found;
    }
  }
  return best;
}

/** Follows the step between two places as far as places stand where it leads. */
function walk(places: readonly number[], i: number, j: number): Lattice | null {
  const [start = 0, second = 0] = [places[i], places[j]];
  if (second - start < LEAST_SPACING) return null;
  const [hits, steps] = [
    [start, second],
    [0, 1],
  ];
  let spacing = second - start;
  for (let [step, last] = [2, 1]; step - last <= 2; step++) {
    const ahead = step - last;
    const wanted = (hits.at(-1) ?? 0) + ahead * spacing;
    const near = nearest(places, wanted);
    if (Math.abs(near - wanted) > ahead * Math.max(OFF.pixels, OFF.share * spacing)) continue;
    hits.push(near);
    steps.push(step);
    spacing = (near - start) / step;
    last = step;
  }
  return { hits, steps, ...fitLine(steps, hits) };
}

function isPlain({ hits, steps, spacing, first }: Lattice, places: readonly number[]): boolean {
  if (hits.length < LEAST_HITS) return false;
  const [start = 0, end = 0] = [hits[0], hits.at(-1)];
  const stray = places.filter((place) => place > start && place < end).length - (hits.length - 2);
  const missing = (steps.at(-1) ?? 0) + 1 - hits.length;
  const squares = hits.reduce((sum, hit, k) => sum + (hit - first - spacing * (steps[k] ?? 0)) ** 2, 0);
  return (
    ONE_IN * missing <= hits.length &&
    ONE_IN * stray <= hits.length &&
    Math.sqrt(squares / hits.length) <= LARGEST_RESIDUAL
  );
}

function nearest(places: readonly number[], wanted: number): number {
  return places.reduce(
    (best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best),
    Number.POSITIVE_INFINITY,
  );
}

function fitLine(xs: readonly number[], ys: readonly number[]): { spacing: number; first: number } {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const products = xs.reduce((sum, x, i) => sum + (x - meanX) * ((ys[i] ?? 0) - meanY), 0);
  const squares = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  const spacing = products / squares;
  return { spacing, first: meanY - spacing * meanX };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
