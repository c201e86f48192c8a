import { describe, expect, it } from 'vitest';
import { type BeamGrid, beamGrid, beamSpacingCm } from '../../../src/phantom/beam-grid.ts';
import { imagePlane } from '../../../src/phantom/image-plane.ts';
import { setMachine } from '../../../src/phantom/machine.ts';
import { holdProbe } from '../../../src/phantom/probe.ts';
import { receive, scattererCellCm, spreadOf } from '../../../src/phantom/receive.ts';

const probe = holdProbe();
const machine = setMachine({ depthCm: 14, focusCm: 5 });
const grid = beamGrid(probe.model, machine, { width: 256, height: 256 });

/** Envelope of even tissue seen from a probe at `xCm`, in rows of beams. */
function evenTissue(xCm: number, own: BeamGrid = grid): Float32Array {
  const beams = 40;
  const samples = 40;
  const insonation = {
    beams,
    samples,
    diffuse: new Float32Array(beams * samples).fill(1),
    specular: new Float32Array(beams * samples),
    occlusionDb: new Float32Array(beams * samples),
  };
  const { real, imaginary } = receive(own, insonation, {
    plane: imagePlane({ ...probe, xCm }),
    moved: { x: 0, y: 0, z: 0 },
    wallCm: 0,
    spread: spreadOf(own, { frequencyMhz: 3.5, apertureCm: 2.2, focusCm: 5 }),
    cellCm: scattererCellCm(own),
  });
  return real.map((value, i) => Math.hypot(value, imaginary[i] ?? 0));
}

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** One sample a resolution cell, over several places. */
function sparse(): number[] {
  return [0, 31, 62, 93].flatMap((xCm) => {
    const envelope = evenTissue(xCm);
    return Array.from(envelope).filter((_, i) => {
      const [beam, sample] = [i % grid.beams, Math.floor(i / grid.beams)];
      return beam % 14 === 7 && sample % 6 === 3 && sample > 24 && sample < grid.samples - 6;
    });
  });
}

describe('speckle', () => {
  it('has a Rayleigh envelope: mean over deviation 1.91', () => {
    const { mean, deviation } = moments(sparse());
    expect(mean / deviation).toBeGreaterThan(1.91 - 0.08);
    expect(mean / deviation).toBeLessThan(1.91 + 0.08);
  });

  it('passes Kolmogorov and Smirnov against Rayleigh', () => {
    const values = sparse().sort((a, b) => a - b);
    const power = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const distance = Math.max(
      ...values.map((value, i) =>
        Math.abs((i + 0.5) / values.length - (1 - Math.exp(-(value * value) / power))),
      ),
    );
    // Critical value at 1 %.
    expect(values.length).toBeGreaterThan(1000);
    expect(distance).toBeLessThan(1.63 / Math.sqrt(values.length));
  });

  it('keeps its mean power at all depths, whatever the width of the beam', () => {
    const rows = [0, 31, 62, 93, 124, 155].map((xCm) => evenTissue(xCm));
    for (const [from, to] of [
      [0.1, 0.3],
      [0.3, 0.5],
      [0.5, 0.7],
      [0.7, 0.95],
    ] as const) {
      const part = rows.flatMap((row) =>
        Array.from(
          row.subarray(
            Math.round(from * grid.samples) * grid.beams,
            Math.round(to * grid.samples) * grid.beams,
          ),
        ),
      );
      const power = part.reduce((sum, value) => sum + value * value, 0) / part.length;
      expect(Math.abs(10 * Math.log10(power))).toBeLessThan(1);
    }
  });

  it('grows across the beam with depth beyond the focus', () => {
    const near = lateralSizeCm(evenTissue(0), 5);
    const far = lateralSizeCm(evenTissue(0), 13);
    expect(far).toBeGreaterThan(1.6 * near);
  });

  it('goes with tissue that slides within the plane, and changes beyond a cell across it', () => {
    const step = 3 * beamSpacingCm(grid, 7);
    const before = evenTissue(0);
    const after = evenTissue(step);
    expect(correlation(before, after, 3)).toBeGreaterThan(0.5);
    expect(Math.abs(correlation(before, after, 0))).toBeLessThan(correlation(before, after, 3) - 0.2);
    expect(Math.abs(correlation(before, evenTissue(40), 0))).toBeLessThan(0.2);
  });
});

/** Correlation in the middle of the sector near 7 cm, the second shifted left by some beams. */
function correlation(before: Float32Array, after: Float32Array, shift: number): number {
  const [a, b]: [number[], number[]] = [[], []];
  const middle = Math.round(grid.beams / 2);
  const centre = Math.round((7 / grid.depthCm) * grid.samples);
  for (let sample = centre - 12; sample < centre + 12; sample += 1) {
    for (let beam = middle - 25; beam < middle + 25; beam += 1) {
      a.push(before[sample * grid.beams + beam] ?? 0);
      b.push(after[sample * grid.beams + beam - shift] ?? 0);
    }
  }
  const [ma, mb] = [moments(a), moments(b)];
  const product =
    a.reduce((sum, value, i) => sum + (value - ma.mean) * ((b[i] ?? 0) - mb.mean), 0) / a.length;
  return product / (ma.deviation * mb.deviation);
}

/** Lag at which the lateral autocorrelation of the intensity falls to a half, cm. */
function lateralSizeCm(envelope: Float32Array, depthCm: number): number {
  const centre = Math.round((depthCm / grid.depthCm) * grid.samples);
  const rows = Array.from({ length: 24 }, (_, i) =>
    Array.from(
      envelope.subarray((centre - 12 + i) * grid.beams, (centre - 11 + i) * grid.beams),
      (v) => v * v,
    ),
  );
  const { mean, deviation } = moments(rows.flat());
  const at = (lag: number): number => {
    const products = rows.flatMap((row) =>
      row.slice(0, row.length - lag).map((value, i) => (value - mean) * ((row[i + lag] ?? 0) - mean)),
    );
    return products.reduce((sum, value) => sum + value, 0) / products.length / deviation ** 2;
  };
  let lag = 0;
  while (at(lag + 1) > 0.5) lag += 1;
  const share = (at(lag) - 0.5) / (at(lag) - at(lag + 1));
  return (lag + share) * beamSpacingCm(grid, depthCm);
}
