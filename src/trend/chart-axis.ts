import type { TrendPoint } from './change.ts';

/** The values that a chart reaches from and to, and those that are written beside it. */
export interface ValueAxis {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** An axis in which all error bars fit, with round ticks: two to six of them. */
export function valueAxis(points: readonly Pick<TrendPoint, 'low' | 'high'>[]): ValueAxis {
  const low = Math.min(...points.map((point) => point.low));
  const high = Math.max(...points.map((point) => point.high));
  const step = roundStep(Math.max(high - low, 0.05 * Math.abs(high), 1e-6) / 3);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const count = Math.max(1, last - first) + 1;
  const ticks = Array.from({ length: count }, (_, i) => (first + i) * step);
  return { least: first * step, most: (first + count - 1) * step, ticks };
}

/** How far up a value lies in an axis, 0 to 1. */
export function heightOf(value: number, { least, most }: ValueAxis): number {
  return (value - least) / (most - least);
}

/** How far along in time each point lies between the first and the last, 0 to 1; in the middle where all are one. */
export function timeShares(points: readonly Pick<TrendPoint, 'at'>[]): readonly number[] {
  const times = points.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return times.map((at) => (last === first ? 0.5 : (at - first) / (last - first)));
}

/** Which places can bear a label without touching another: the last, the first, and what fits between, in order. */
export function labelled(shares: readonly number[], gap: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  const end = shares.length - 1;
  for (const i of [end, 0, ...shares.keys()]) {
    const at = shares[i];
    if (at === undefined) continue;
    if ([...chosen].every((other) => Math.abs((shares[other] ?? 0) - at) >= gap)) chosen.add(i);
  }
  return chosen;
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((one) => one * power >= step) ?? 10;
  return factor * power;
}
