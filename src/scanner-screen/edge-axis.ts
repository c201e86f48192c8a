import type { Edges } from './find-edges.ts';

/** Which way lines run. */
export type Direction = 'level' | 'upright';

/** A hand-held camera tilts and turns the screen's sides no further than this. */
export const steepest = 0.64;
/** The gradient of a faint edge is this uncertain, as a slope. */
export const slopeDoubt = 0.14;

/** Edge pixels of one direction: `along` it from left to right, or from top to bottom, and `across` it. */
export interface Axis {
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

/** across = at + slope × (along − middle). */
export interface Straight {
  readonly at: number;
  readonly slope: number;
}

/** The pixels whose edge runs in the direction, and with a sign, only steps to brighter (1) or to darker (−1). */
export function axisOf(edges: Edges, direction: Direction, sign: number | null): Axis {
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

/** How far a pixel lies from a line, across. */
export function offsetFrom(line: Straight, axis: Axis, i: number): number {
  return (axis.across[i] ?? 0) - line.at - line.slope * ((axis.along[i] ?? 0) - axis.middle);
}
