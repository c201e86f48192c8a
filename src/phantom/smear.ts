import type { PointSpread } from './point-spread.ts';

/** Share of a beam's energy in its side lobes, as an amplitude: −32 dB of the main lobe. */
const sideLobe = 0.025;

/** One component (real or imaginary) of the received field, in rows of beams. */
export interface Field {
  readonly beams: number;
  readonly samples: number;
  readonly values: Float32Array;
}

let scratch = new Float32Array(0);
let second = new Float32Array(0);
let totals = new Float64Array(0);

/** Convolves a field with the pulse in place: along the beam, then across it by depth, with side lobes. */
export function smear(field: Field, spread: PointSpread): void {
  const { beams, samples, values } = field;
  makeRoom(field);
  alongBeams(field, spread.axial);
  for (let sample = 0; sample < samples; sample += 1) {
    const from = sample * beams;
    const half = spread.lateral[sample] ?? 0.5;
    const row = values.subarray(from, from + beams);
    box(scratch.subarray(from, from + beams), second, half);
    box(second, row, half);
    finishRow(row, half, spread.level[sample] ?? 1);
  }
}

/** Side lobes, where the main lobe is narrow enough for them to be seen beside it. */
function finishRow(row: Float32Array, half: number, level: number): void {
  const lobes = half < row.length / 16 ? level * sideLobe * 8 : 0;
  if (lobes > 0) box(row, second, half * 8);
  for (let i = 0; i < row.length; i += 1) row[i] = level * (row[i] ?? 0) + lobes * (second[i] ?? 0);
}

function makeRoom({ beams, values }: Field): void {
  if (scratch.length < values.length) scratch = new Float32Array(values.length);
  if (second.length < beams) second = new Float32Array(beams);
  if (totals.length < beams + 2) totals = new Float64Array(beams + 2);
}

/** Symmetric kernel along the beams, from `values` to `scratch`. */
function alongBeams({ beams, samples, values }: Field, kernel: Float32Array): void {
  const middle = kernel[0] ?? 1;
  for (let i = 0; i < beams * samples; i += 1) scratch[i] = middle * (values[i] ?? 0);
  for (let k = 1; k < kernel.length; k += 1) {
    const weight = kernel[k] ?? 0;
    const shift = k * beams;
    for (let i = shift; i < beams * (samples - k); i += 1) {
      scratch[i] = (scratch[i] ?? 0) + weight * ((values[i - shift] ?? 0) + (values[i + shift] ?? 0));
    }
  }
}

/** A mean over `2 · half` values, its ends weighted by fractions, from running totals; beyond the edge is nothing. */
function box(from: Float32Array, to: Float32Array, half: number): void {
  const count = Math.min(to.length, from.length);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    totals[i] = total;
    total += from[i] ?? 0;
  }
  totals[count] = total;
  totals[count + 1] = total;
  const scale = 1 / (2 * half);
  for (let i = 0; i < count; i += 1) {
    to[i] = scale * (totalUpTo(Math.min(count, i + 0.5 + half)) - totalUpTo(Math.max(0, i + 0.5 - half)));
  }
}

function totalUpTo(place: number): number {
  const whole = Math.floor(place);
  const before = totals[whole] ?? 0;
  return before + (place - whole) * ((totals[whole + 1] ?? 0) - before);
}
