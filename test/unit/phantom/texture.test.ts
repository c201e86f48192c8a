import { describe, expect, it } from 'vitest';
import { picture, truthOf } from './steady-patient.ts';

const side = 256;

/** Standard deviation of grey in 7 × 7 pixels about a pixel. */
function localDeviation(grey: Uint8Array, i: number): number {
  const [column, row] = [i % side, Math.floor(i / side)];
  let [sum, squares] = [0, 0];
  for (let y = row - 3; y <= row + 3; y += 1) {
    for (let x = column - 3; x <= column + 3; x += 1) {
      const value = grey[y * side + x] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  return Math.sqrt(Math.max(0, squares / 49 - (sum / 49) ** 2));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Medians over some kidneys of the local deviation in a tissue, and of its grey. */
function texture(structure: 'cortex' | 'sinus'): { deviation: number; grey: number } {
  const each = [4, 8, 11].map((seed) => {
    const { truth, rendering } = truthOf(seed, { side });
    const { data } = rendering.image;
    const inside = Array.from(truth.mask(structure)).flatMap((one, i) => (one === 1 ? [i] : []));
    return {
      deviation: median(inside.map((i) => localDeviation(data, i))),
      grey: median(inside.map((i) => data[i] ?? 0)),
    };
  });
  return { deviation: median(each.map((e) => e.deviation)), grey: median(each.map((e) => e.grey)) };
}

describe('texture', () => {
  it('is lumpy in the sinus and fine in the cortex, as training/phantom_check finds it in real pictures', () => {
    const [sinus, cortex] = [texture('sinus'), texture('cortex')];
    expect(sinus.deviation).toBeGreaterThan(15.5);
    expect(sinus.deviation).toBeLessThan(23);
    expect(cortex.deviation).toBeLessThan(13);
    expect(sinus.grey).toBeGreaterThan(cortex.grey + 25);
  });

  it('grows smoother with looks and with the picture filter', () => {
    const grain = (machine: { looks: number; smoothing: number }): number => {
      const { image } = picture(4, { side, machine });
      const middle = Array.from({ length: 60 }, (_, i) => (110 + (i % 10)) * side + 60 + i);
      return median(middle.map((i) => localDeviation(image.data, i)));
    };
    expect(grain({ looks: 4, smoothing: 0 })).toBeLessThan(grain({ looks: 1, smoothing: 0 }));
    expect(grain({ looks: 1, smoothing: 3 })).toBeLessThan(grain({ looks: 1, smoothing: 0 }));
  });
});
