import { type BeamGrid, beamSpacingCm } from './beam-grid.ts';

/** The pulse in beam space: how far it smears at each depth, and what that costs in energy. */
export interface PointSpread {
  /** Half width of the lateral boxes (two passes) by sample, in beams; fractions are weighted. */
  readonly lateral: Float32Array;
  /** Factor by sample that keeps the mean power of speckle. */
  readonly level: Float32Array;
  /** Half of a symmetric kernel along the beam; the first weight is the middle one. */
  readonly axial: Float32Array;
}

interface Focus {
  readonly frequencyMhz: number;
  readonly apertureCm: number;
  readonly focusCm: number;
  /** Size of a cell of scatterers, cm. */
  readonly cellCm: number;
}

/** Wavelength, cm, at 1540 m/s, times MHz. */
const wavelengthCmMhz = 0.154;
/** Lateral width of a diffraction-limited beam is wavelength × depth / aperture, at half maximum. */
const sigmaOfWidth = 1 / 2.355;

/**
 * Lateral width λ·z/D with dynamic receive focus (the aperture opens to f-number 2 near the probe), wider away from
 * the transmit focus; axial length of a two-cycle pulse. Textbook formulas (Szabo,
 * Diagnostic Ultrasound Imaging, 2014, ch. 6 and 10; not checked against the book); the constants are chosen.
 */
export function pointSpread(grid: BeamGrid, focus: Focus): PointSpread {
  const step = grid.depthCm / (grid.samples - 1);
  const wavelength = wavelengthCmMhz / focus.frequencyMhz;
  const axial = gaussHalf((2 * wavelength * sigmaOfWidth) / step);
  const axialPower = keptPower([...axial.slice(1)].reverse().concat([...axial]), step, focus.cellCm);
  const lateral = new Float32Array(grid.samples);
  const level = new Float32Array(grid.samples);
  for (let sample = 0; sample < grid.samples; sample += 1) {
    const depth = sample * step;
    const opening = Math.min(focus.apertureCm, 0.3 + depth / 2);
    const defocus = 1 + ((depth - focus.focusCm) / (1.2 * focus.focusCm)) ** 2;
    const widthCm = Math.max(0.06, (wavelength * Math.max(depth, 0.6)) / opening) * Math.sqrt(defocus);
    const spacing = beamSpacingCm(grid, depth);
    // Two boxes of half width h have variance 2·((2h)² / 12).
    const half = Math.max(0.5, Math.sqrt(1.5) * ((widthCm * sigmaOfWidth) / spacing));
    lateral[sample] = half;
    level[sample] = 1 / Math.sqrt(axialPower * keptPower(twoBoxes(half), spacing, focus.cellCm));
  }
  return { lateral, level, axial };
}

/** The impulse response of two box filters of half width `half`. */
function twoBoxes(half: number): number[] {
  const reach = Math.floor(half - 0.5) + 1;
  const box = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.min(1, Math.max(0, half + 0.5 - Math.abs(i - reach))),
  );
  const sum = box.reduce((total, weight) => total + weight, 0);
  const out = new Array<number>(2 * box.length - 1).fill(0);
  box.forEach((a, i) => {
    box.forEach((b, k) => {
      out[i + k] = (out[i + k] ?? 0) + (a * b) / (sum * sum);
    });
  });
  return out;
}

/** Power that a kernel leaves of white scatterers in cells, whose neighbours are alike where samples are dense. */
function keptPower(kernel: readonly number[], spacing: number, cell: number): number {
  const reach = Math.ceil(cell / spacing);
  let power = 0;
  for (let lag = -reach; lag <= reach; lag += 1) {
    const alike = Math.max(0, 1 - Math.abs(lag * spacing) / cell);
    if (alike === 0) continue;
    kernel.forEach((weight, i) => {
      power += alike * weight * (kernel[i + lag] ?? 0);
    });
  }
  return power;
}

function gaussHalf(sigma: number): Float32Array {
  const reach = Math.max(1, Math.min(4, Math.ceil(2.2 * sigma)));
  const raw = Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * (i / Math.max(0.4, sigma)) ** 2));
  const sum = raw.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0);
  return Float32Array.from(raw, (weight) => weight / sum);
}
