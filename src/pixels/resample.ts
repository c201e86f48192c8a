import type { GreyImage } from './grey-image.ts';

/** How one axis is resampled: output pixel = source pixel × scale + offset, for sources in [from, to). */
export interface Axis {
  readonly outputs: number;
  readonly sources: number;
  readonly scale: number;
  readonly offset: number;
  readonly from: number;
  readonly to: number;
}

/** Which sources make up each output of an axis: `each` neighbours from `first[i]` on, with their weights. */
export interface Taps {
  readonly each: number;
  readonly first: Int32Array;
  readonly weights: Float32Array;
}

/** Weights that average areas where the axis shrinks and interpolate linearly where it grows; 0 in the padding. */
export function axisTaps(axis: Axis): Taps {
  const each = axis.scale < 1 ? Math.ceil(1 / axis.scale) + 1 : 2;
  const taps = { each, first: new Int32Array(axis.outputs), weights: new Float32Array(axis.outputs * each) };
  for (let output = 0; output < axis.outputs; output++) {
    if (axis.scale < 1) averageArea(taps, axis, output);
    else interpolate(taps, axis, output);
  }
  return taps;
}

function averageArea({ each, first, weights }: Taps, axis: Axis, output: number): void {
  const from = Math.max(axis.from, (output - axis.offset) / axis.scale);
  const to = Math.min(axis.to, (output + 1 - axis.offset) / axis.scale);
  const start = Math.min(Math.max(0, Math.floor(from)), Math.max(0, axis.sources - each));
  first[output] = start;
  for (let i = 0; i < each; i++) {
    const covered = Math.min(to, start + i + 1) - Math.max(from, start + i);
    weights[output * each + i] = Math.max(0, covered) * axis.scale;
  }
}

function interpolate({ first, weights }: Taps, axis: Axis, output: number): void {
  const centre = (output + 0.5 - axis.offset) / axis.scale;
  if (centre < axis.from || centre > axis.to) return;
  const lowest = Math.max(0, Math.floor(axis.from));
  const highest = Math.min(axis.sources, Math.ceil(axis.to)) - 1;
  const at = Math.min(Math.max(centre - 0.5, lowest), highest);
  const start = Math.max(0, Math.min(Math.floor(at), axis.sources - 2));
  first[output] = start;
  weights[output * 2] = 1 - (at - start);
  weights[output * 2 + 1] = at - start;
}

/** Resamples a picture along both axes; grey 0–255, row-major. */
export function resample(image: GreyImage, across: Taps, down: Taps): Uint8Array {
  const width = across.first.length;
  const height = down.first.length;
  const narrow = resampleRows(image, across);
  const result = new Uint8Array(width * height);
  const sum = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sum.fill(0.5);
    for (let i = 0; i < down.each; i++) {
      const weight = down.weights[y * down.each + i] ?? 0;
      const from = ((down.first[y] ?? 0) + i) * width;
      if (weight === 0) continue;
      for (let x = 0; x < width; x++) sum[x] = (sum[x] ?? 0) + weight * (narrow[from + x] ?? 0);
    }
    result.set(sum, y * width);
  }
  return result;
}

/** Every row of a picture resampled across. */
function resampleRows({ data, width, height }: GreyImage, { each, first, weights }: Taps): Float32Array {
  const outputs = first.length;
  const rows = new Float32Array(height * outputs);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    for (let x = 0; x < outputs; x++) {
      const start = first[x] ?? 0;
      let sum = 0;
      for (let i = 0; i < each; i++) sum += (weights[x * each + i] ?? 0) * (row[start + i] ?? 0);
      rows[y * outputs + x] = sum;
    }
  }
  return rows;
}
