import { askScene } from './ask-scene.ts';
import type { BeamGrid } from './beam-grid.ts';
import { beamRay } from './beam-ray.ts';
import { type BeamPoint, type Echo, emptyEcho } from './echo.ts';
import type { ImagePlane } from './image-plane.ts';
import { lumpNoise } from './lump-noise.ts';
import { Region } from './region.ts';
import { addReverberation } from './reverberation.ts';
import type { Scene } from './scene.ts';
import type { Vector } from './vector.ts';

/** What tissue sends back, on every `coarse`th beam and sample, in rows of beams. */
export interface Insonation {
  readonly beams: number;
  readonly samples: number;
  /** Amplitude of diffuse backscatter where it arises, times what the way there and back leaves of it. */
  readonly diffuse: Float32Array;
  /** The same for smooth interfaces, whose echoes are in phase. */
  readonly specular: Float32Array;
  /** Loss on the way there and back through bone, gas and missing contact alone, dB. */
  readonly occlusionDb: Float32Array;
}

/** Attenuation, dB/cm/MHz one way, that the machine's built-in time-gain compensation assumes. */
export const nominalAttenuation = 0.55;

/** An insonation in the making: how strongly the first obstacle of each beam rings. */
export interface RingingInsonation extends Insonation {
  readonly ringing: Float32Array;
}

interface Cut {
  readonly scene: Scene;
  readonly plane: ImagePlane;
  readonly frequencyMhz: number;
  /** Share of the face without contact at left and right. */
  readonly lifted: readonly [number, number];
}

/** Walks down each beam: what lies there, and what is left of the pulse, after nominal compensation. */
export function insonify(grid: BeamGrid, cut: Cut): Insonation {
  const beams = Math.ceil(grid.beams / 1.5);
  const samples = Math.ceil(grid.samples / 2);
  const size = beams * samples;
  const out = {
    beams,
    samples,
    diffuse: new Float32Array(size),
    specular: new Float32Array(size),
    occlusionDb: new Float32Array(size),
    ringing: new Float32Array(beams),
  };
  for (let beam = 0; beam < beams; beam += 1) walkBeam(out, beam, { grid, cut });
  softenShadows(out);
  addReverberation(out, grid.depthCm / (samples - 1));
  return out;
}

function walkBeam(
  out: RingingInsonation,
  beam: number,
  { grid, cut }: { readonly grid: BeamGrid; readonly cut: Cut },
): void {
  const { beams, samples, diffuse, specular, occlusionDb } = out;
  const echo = emptyEcho();
  const { start, direction, facing } = beamRay(grid, cut.plane, beam / (beams - 1));
  const point: BeamPoint = {
    x: 0,
    y: 0,
    z: 0,
    dx: direction.x,
    dy: direction.y,
    dz: direction.z,
    depthCm: 0,
  };
  const step = grid.depthCm / (samples - 1);
  const twoWay = 2 * cut.frequencyMhz * step;
  const share = beam / (beams - 1);
  const lifted = share < cut.lifted[0] || share > 1 - cut.lifted[1];
  const hiddenAtFace = lifted ? 40 : 0;
  let lossDb = hiddenAtFace + wallLossDb(start, share, cut.scene.wall.unevenDb);
  let hiddenDb = hiddenAtFace;
  for (let sample = 0; sample < samples; sample += 1) {
    const depth = sample * step;
    point.depthCm = depth * facing;
    point.x = start.x + depth * point.dx;
    point.y = start.y + depth * point.dy;
    point.z = start.z + depth * point.dz;
    askScene(cut.scene, point, echo);
    const left = 10 ** (-lossDb / 20);
    const i = sample * beams + beam;
    diffuse[i] = left * 10 ** (echo.backscatterDb / 20);
    specular[i] = left * echo.specular;
    occlusionDb[i] = hiddenDb;
    const own = (echo.attenuation - nominalAttenuation) * twoWay + echo.edgeDb * step;
    lossDb = Math.min(90, lossDb + own);
    if (!hides(echo)) continue;
    hiddenDb = Math.min(90, hiddenDb + own);
    // Gas throws all back; bone takes most of it, and its shadow is clean.
    if (out.ringing[beam] === 0) out.ringing[beam] = echo.region === Region.gas ? 1 : 0.15;
  }
}

/**
 * Fat and muscle pass sound unevenly from beam to beam (streaks that run down real pictures), and the outermost
 * elements see less of the aperture.
 */
function wallLossDb({ x, y }: Vector, share: number, unevenDb: number): number {
  const uneven = unevenDb * (lumpNoise(x * 0.9, y * 0.9, 5.5) + 0.55 * lumpNoise(x * 3.1, y * 3.1, 11.5));
  const edge = Math.min(share, 1 - share) / 0.12;
  return uneven + (edge < 1 ? 7 * (1 - edge) ** 2 : 0);
}

function hides({ region }: Echo): boolean {
  return region === Region.bone || region === Region.gas;
}

/**
 * A receiving aperture is centimetres wide, so a small obstacle covers part of it only: shadows get a penumbra by
 * averaging over three beams.
 */
function softenShadows({ beams, samples, diffuse, specular }: Insonation): void {
  for (const part of [diffuse, specular]) {
    for (let sample = 0; sample < samples; sample += 1) {
      let before = part[sample * beams] ?? 0;
      for (let i = sample * beams + 1; i < (sample + 1) * beams - 1; i += 1) {
        const here = part[i] ?? 0;
        part[i] = 0.25 * before + 0.5 * here + 0.25 * (part[i + 1] ?? 0);
        before = here;
      }
    }
  }
}
