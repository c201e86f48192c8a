import { type BeamGrid, beamSpacingCm } from './beam-grid.ts';
import { beamRay } from './beam-ray.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Insonation } from './insonify.ts';
import { type PointSpread, pointSpread } from './point-spread.ts';
import { scattererImaginaries, scattererIndex, scattererReals } from './scatterers.ts';
import { smear } from './smear.ts';
import type { Vector } from './vector.ts';

/** One look at the tissue. */
export interface Look {
  readonly plane: ImagePlane;
  /** Where breathing has taken the organs; their scatterers go with them. */
  readonly moved: Vector;
  /** Depth of the wall, whose scatterers stay. */
  readonly wallCm: number;
  readonly spread: PointSpread;
  readonly cellCm: number;
}

/** Complex echoes of one look, in rows of beams; written over by the next look. */
export interface Echoes {
  readonly real: Float32Array;
  readonly imaginary: Float32Array;
}

let real = new Float32Array(0);
let imaginary = new Float32Array(0);

/** Cells as large as the widest spacing allows: speckle must go with tissue that moves less than a cell. */
export function scattererCellCm(grid: BeamGrid): number {
  return Math.max(0.4 * beamSpacingCm(grid, grid.depthCm), grid.depthCm / grid.samples);
}

/** The pulse of this grid, made once and kept while probe and machine stay as they are. */
export function spreadOf(
  grid: BeamGrid,
  focus: { readonly frequencyMhz: number; readonly apertureCm: number; readonly focusCm: number },
): PointSpread {
  const key = JSON.stringify([grid, focus]);
  if (keptSpread?.key !== key) {
    keptSpread = { key, spread: pointSpread(grid, { ...focus, cellCm: scattererCellCm(grid) }) };
  }
  return keptSpread.spread;
}

let keptSpread: { readonly key: string; readonly spread: PointSpread } | null = null;

/** Scatterers × amplitude, plus smooth interfaces in phase, convolved with the pulse. */
export function receive(grid: BeamGrid, insonation: Insonation, look: Look): Echoes {
  const size = grid.beams * grid.samples;
  if (real.length !== size) [real, imaginary] = [new Float32Array(size), new Float32Array(size)];
  for (let beam = 0; beam < grid.beams; beam += 1) scatter(grid, beam, look);
  shape(grid, insonation);
  for (const values of [real, imaginary]) {
    smear({ beams: grid.beams, samples: grid.samples, values }, look.spread);
  }
  return { real, imaginary };
}

/** The draws of the cells that one beam passes. */
function scatter(grid: BeamGrid, beam: number, { plane, moved, wallCm, cellCm }: Look): void {
  const { start, direction, facing } = beamRay(grid, plane, beam / (grid.beams - 1));
  const step = grid.depthCm / (grid.samples - 1) / cellCm;
  const still = Math.ceil((wallCm / facing / grid.depthCm) * grid.samples);
  let [x, y, z] = [start.x / cellCm, start.y / cellCm, start.z / cellCm];
  for (let sample = 0; sample < grid.samples; sample += 1) {
    if (sample === still) [x, y, z] = [x - moved.x / cellCm, y - moved.y / cellCm, z - moved.z / cellCm];
    const draw = scattererIndex(Math.floor(x), Math.floor(y), Math.floor(z));
    const i = sample * grid.beams + beam;
    real[i] = scattererReals[draw] ?? 0;
    imaginary[i] = scattererImaginaries[draw] ?? 0;
    x += step * direction.x;
    y += step * direction.y;
    z += step * direction.z;
  }
}

/** Multiplies by the amplitudes, which are known on a coarser grid. */
function shape(grid: BeamGrid, insonation: Insonation): void {
  const { beams, samples } = grid;
  const { diffuse, specular } = insonation;
  const across = (insonation.beams - 1) / (beams - 1);
  const down = (insonation.samples - 1) / (samples - 1);
  for (let sample = 0; sample < samples; sample += 1) {
    const y = Math.min(insonation.samples - 2, Math.floor(sample * down));
    const fy = sample * down - y;
    const base = y * insonation.beams;
    for (let beam = 0; beam < beams; beam += 1) {
      const x = Math.min(insonation.beams - 2, Math.floor(beam * across));
      const fx = beam * across - x;
      const upper = base + x;
      const lower = upper + insonation.beams;
      const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
      const amplitude =
        a * (diffuse[upper] ?? 0) +
        b * (diffuse[upper + 1] ?? 0) +
        c * (diffuse[lower] ?? 0) +
        d * (diffuse[lower + 1] ?? 0);
      const smooth =
        a * (specular[upper] ?? 0) +
        b * (specular[upper + 1] ?? 0) +
        c * (specular[lower] ?? 0) +
        d * (specular[lower + 1] ?? 0);
      const i = sample * beams + beam;
      real[i] = amplitude * (real[i] ?? 0) + smooth;
      imaginary[i] = amplitude * (imaginary[i] ?? 0);
    }
  }
}
