/** What a file says about when its frames are shown. */
export interface FrameTiming {
  /** Frame Time Vector (0018,1065): milliseconds from the frame before; the first is 0. */
  readonly vector: readonly number[];
  /** Frame Time (0018,1063), milliseconds. */
  readonly frameTime: number | undefined;
  /** Cine Rate (0018,0040) or Recommended Display Frame Rate (0008,2144), frames a second. */
  readonly rates: readonly (number | undefined)[];
}

/** Without any word on time, 25 frames a second: what scanners write most. */
const usualMs = 40;

/**
 * When each frame is shown, milliseconds after the first, ascending (PS3.3, C.7.6.5): by the vector where it is whole,
 * else at an even pace. A time that no cine has (none, negative, below 0.1 ms, over ten seconds) counts as not said.
 */
export function frameTimes(count: number, { vector, frameTime, rates }: FrameTiming): number[] {
  const steps = vector.slice(1, count);
  if (steps.length === count - 1 && steps.every(isPlausible)) return sumUp(steps);
  const step = [frameTime, ...rates.map((rate) => 1000 / (rate ?? 0))].find(isPlausible) ?? usualMs;
  return Array.from({ length: count }, (_, i) => i * step);
}

function isPlausible(ms: number | undefined): ms is number {
  return ms !== undefined && ms >= 0.1 && ms <= 10_000;
}

function sumUp(steps: readonly number[]): number[] {
  let time = 0;
  return [0, ...steps.map((step) => (time += step))];
}
