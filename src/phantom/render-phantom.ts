import type { GreyImage } from '../pixels/grey-image.ts';
import { moveOrgans } from './ask-scene.ts';
import { wallCm } from './ask-wall.ts';
import { type BeamGrid, beamGrid } from './beam-grid.ts';
import { breathe, breathIn } from './breathe.ts';
import { addEnvelope, compress, gainByDepth, noiseByDepth } from './detect.ts';
import { type ImagePlane, imagePlane } from './image-plane.ts';
import { type Insonation, insonify } from './insonify.ts';
import type { Machine } from './machine.ts';
import { nearPlane } from './near-plane.ts';
import type { Phantom } from './phantom.ts';
import { contactLost, press } from './press.ts';
import type { Probe } from './probe.ts';
import { receive, scattererCellCm, spreadOf } from './receive.ts';
import { scanConvert } from './scan-convert.ts';
import type { Scene } from './scene.ts';
import { smoothGrey } from './smooth-grey.ts';
import { along } from './vector.ts';

/** A probe on the skin and a machine's knobs. */
export interface Examination {
  readonly probe: Probe;
  readonly machine: Machine;
}

/** Which picture of the stream. */
export interface FrameWish {
  readonly width: number;
  readonly height: number;
  /** Seconds since the end of an expiration; 0 by default. */
  readonly timeSeconds?: number;
  /** Inspiration that is held, cm of the organs' way towards the feet; breathing stops. */
  readonly heldBreathCm?: number;
  /** How far the probe slides along the picture while it is made, cm: looks are of different places. */
  readonly smearCm?: number;
}

/** One picture and what it was made from, for the truth to be worked out where it is wanted. */
export interface Rendering {
  readonly image: GreyImage;
  readonly grid: BeamGrid;
  readonly plane: ImagePlane;
  readonly scene: Scene;
  readonly insonation: Insonation;
  readonly smearCm: number;
}

let sum = new Float32Array(0);

/** Renders one B-mode picture: the same for the same arguments. */
export function renderPhantom(phantom: Phantom, { probe, machine }: Examination, wish: FrameWish): Rendering {
  const frequencyMhz = machine.frequencyMhz ?? probe.model.frequencyMhz;
  const grid = beamGrid(probe.model, machine, wish);
  const plane = imagePlane(probe);
  const { timeSeconds = 0, heldBreathCm, smearCm = 0 } = wish;
  const pressed = press(phantom.scene, probe.forceN);
  const { breathing } = phantom.scene;
  const breath = heldBreathCm === undefined ? breathe(breathing, timeSeconds) : breathIn(heldBreathCm);
  const moved = along(breath, pressed.moved, 1);
  const scene = nearPlane(moveOrgans(pressed.scene, moved), plane);
  const cut = { scene, plane, frequencyMhz, lifted: contactLost(probe) };
  const insonation = insonify(grid, cut);
  const amplitude = noiseByDepth(grid, machine, frequencyMhz);
  const { apertureCm } = probe.model;
  const spread = spreadOf(grid, { frequencyMhz, apertureCm, focusCm: machine.focusCm });
  const still = { moved, wallCm: wallCm(scene.wall), spread, cellCm: scattererCellCm(grid) };
  if (sum.length !== grid.beams * grid.samples) sum = new Float32Array(grid.beams * grid.samples);
  sum.fill(0);
  for (let look = 0; look < machine.looks; look += 1) {
    // Looks from other angles meet other phases of the same scatterers; here, the neighbouring slice.
    const aside = along(plane.origin, plane.normal, look * still.cellCm * 1.01);
    const origin = along(aside, plane.lateral, smearCm * (look / Math.max(1, machine.looks - 1) - 0.5));
    const own = { ...plane, origin };
    const echoed = smearCm === 0 ? insonation : insonify(grid, { ...cut, plane: own });
    const echoes = receive(grid, echoed, { ...still, plane: own });
    addEnvelope(sum, echoes, { amplitude, frame: Math.round(timeSeconds * 1000) * 8 + look });
  }
  const grey = compress(sum, gainByDepth(grid, machine, frequencyMhz), machine);
  smoothGrey(grey, grid.beams, machine.smoothing);
  return { image: scanConvert(grid, grey), grid, plane, scene, insonation, smearCm };
}
