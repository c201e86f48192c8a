import type { Grid } from './trace-contours.ts';

/**
 * Smooths a grid with the binomial kernel 1 2 1 along both axes, `passes` times (a Gaussian whose deviation is
 * √(passes / 2) cells); at the rim the outermost value stands in for what lies beyond.
 */
export function smoothGrid({ rows, columns, values }: Grid, passes: number): Float32Array {
  let smooth = values;
  for (let pass = 0; pass < passes; pass++) {
    smooth = smoothLines(smooth, { lines: rows, length: columns, step: 1, next: columns });
    smooth = smoothLines(smooth, { lines: columns, length: rows, step: columns, next: 1 });
  }
  return smooth;
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  /** From a value to the next one of its line, and from a line to the next line. */
  readonly step: number;
  readonly next: number;
}

function smoothLines(values: Float32Array, { lines, length, step, next }: Lines): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const last = line * next + (length - 1) * step;
    for (let at = line * next; at <= last; at += step) {
      const here = values[at] ?? 0;
      const before = at === line * next ? here : (values[at - step] ?? 0);
      const after = at === last ? here : (values[at + step] ?? 0);
      out[at] = (before + 2 * here + after) / 4;
    }
  }
  return out;
}
