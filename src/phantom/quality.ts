import type { QualityLabel } from '../analysis.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { halfSpanCm } from './beam-grid.ts';
import { type KidneyInPlane, kidneyInPlane } from './kidney-in-plane.ts';
import type { Machine } from './machine.ts';
import type { Phantom } from './phantom.ts';
import { Region } from './region.ts';
import type { Rendering } from './render-phantom.ts';
import type { TruthMaps } from './truth-maps.ts';

/** The sizes of all causes; null where there is no kidney to measure. */
export interface QualityCauses {
  readonly kidney: KidneyInPlane | null;
  /** Distance of the cut's middle from the sector's middle line, share of the sector's width. */
  readonly offCentre: number | null;
  /** Its depth, share of the depth shown. */
  readonly depthShare: number | null;
  /** Share of the sector that the kidney fills. */
  readonly sectorShare: number;
  readonly cutPole: 'upper' | 'lower' | 'both' | null;
  /** Gain from a good setting, dB: overall, and with the sliders of the near and the far third. */
  readonly gainOffsetDb: number;
  readonly nearOffsetDb: number;
  readonly farOffsetDb: number;
  /** Mean grey in the capsule, and in the near and far third of the sector. */
  readonly capsuleGrey: number | null;
  readonly nearGrey: number;
  readonly farGrey: number;
  /** Movement during the picture, share of its shorter side. */
  readonly smearShare: number;
}

/** Label by label: true where it holds, false where it does not, null between the two limits. */
export interface Quality {
  readonly labels: Readonly<Record<QualityLabel, boolean | null>>;
  readonly causes: QualityCauses;
}

/** Judges a picture by the limits of training/README.md, "What is a fault". */
export function judgeQuality(
  { phantom, machine, smearCm }: { phantom: Phantom; machine: Machine; smearCm: number },
  rendering: Rendering,
  maps: TruthMaps,
): Quality {
  const causes = findCauses({ machine, smearCm }, rendering, maps);
  const { kidney } = causes;
  const wrong = phantom.organ !== 'kidney' || kidney === null ? true : between(kidney.cutShare, 0.6, 0.97);
  if (wrong === true || kidney === null) {
    return { labels: { artefact: null, gain: null, position: null, optimal: false, wrong }, causes };
  }
  const artefact = worst([between(kidney.hiddenShare, 0.04, 0.18), between(causes.smearShare, 0.012, 0.045)]);
  const gain = judgeGain(causes);
  const position = judgePosition(causes, kidney);
  const fault = worst([artefact, gain, position, wrong]);
  return { labels: { artefact, gain, position, optimal: fault === null ? null : !fault, wrong }, causes };
}

/** False up to `fine`, true from `fault` on, null between. */
function between(value: number, fine: number, fault: number): boolean | null {
  if (value >= fault) return true;
  return value <= fine ? false : null;
}

function worst(faults: readonly (boolean | null)[]): boolean | null {
  if (faults.includes(true)) return true;
  return faults.includes(null) ? null : false;
}

function judgeGain(causes: QualityCauses): boolean | null {
  const { gainOffsetDb, nearOffsetDb, farOffsetDb, nearGrey, farGrey } = causes;
  const grey = causes.capsuleGrey ?? 70;
  const moved = Math.max(Math.abs(gainOffsetDb), Math.abs(nearOffsetDb), Math.abs(farOffsetDb));
  const overall = Math.abs(gainOffsetDb) >= 7.5 && (grey < 33 || grey > 112);
  const near = Math.abs(nearOffsetDb) >= 11 && (nearGrey < 16 || nearGrey > 135);
  const far = Math.abs(farOffsetDb) >= 11 && (farGrey < 16 || farGrey > 135);
  if (overall || near || far) return true;
  return moved <= 3 && grey >= 42 && grey <= 98 ? false : null;
}

function judgePosition(causes: QualityCauses, kidney: KidneyInPlane): boolean | null {
  const { sectorShare, offCentre, depthShare } = causes;
  const depth = depthShare ?? 0.4;
  return worst([
    between(kidney.cutShare, 0.02, 0.1),
    between(sectorShare, 0.36, 0.5),
    between(-sectorShare, -0.075, -0.05),
    between(offCentre ?? 0, 0.16, 0.25),
    between(depth, 0.64, 0.75),
    between(-depth, -0.22, -0.15),
  ]);
}

function findCauses(
  { machine, smearCm }: { readonly machine: Machine; readonly smearCm: number },
  rendering: Rendering,
  maps: TruthMaps,
): QualityCauses {
  const { grid, scene } = rendering;
  const kidney = scene.kidney === null ? null : kidneyInPlane(rendering, scene.kidney);
  const { width, height, cmPerPixel } = grid.layout;
  const greys = meanGreys(rendering.image, maps);
  const sliders = machine.tgcDb;
  const third = Math.max(1, Math.round(sliders.length / 3));
  return {
    kidney,
    offCentre: kidney && Math.abs(kidney.lateralCm) / (2 * halfSpanCm(grid)),
    depthShare: kidney && kidney.axialCm / grid.depthCm,
    sectorShare: greys.capsuleShare,
    cutPole: kidney && cutPole(kidney),
    gainOffsetDb: machine.gainDb,
    nearOffsetDb: machine.gainDb + mean(sliders.slice(0, third)),
    farOffsetDb: machine.gainDb + mean(sliders.slice(-third)),
    capsuleGrey: greys.capsule,
    nearGrey: greys.near,
    farGrey: greys.far,
    smearShare: smearCm / cmPerPixel / Math.min(width, height),
  };
}

function cutPole({ upperCutShare, lowerCutShare }: KidneyInPlane): QualityCauses['cutPole'] {
  const [upper, lower] = [upperCutShare > 0.02, lowerCutShare > 0.02];
  if (upper && lower) return 'both';
  if (upper) return 'upper';
  return lower ? 'lower' : null;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Thirds are by rows of the picture between the first and the last of the sector. */
function meanGreys(
  image: GreyImage,
  { regions, width }: TruthMaps,
): { capsule: number | null; near: number; far: number; capsuleShare: number } {
  const first = Math.floor(regions.findIndex((id) => id !== 0) / width);
  const last = Math.floor(regions.findLastIndex((id) => id !== 0) / width);
  const sums = { capsule: 0, inCapsule: 0, near: 0, inNear: 0, far: 0, inFar: 0, all: 0 };
  regions.forEach((id, i) => {
    if (id === 0) return;
    const grey = image.data[i] ?? 0;
    const share = (Math.floor(i / width) - first) / (last - first + 1);
    sums.all += 1;
    if (id >= Region.cortex && id <= Region.sinus) {
      sums.capsule += grey;
      sums.inCapsule += 1;
    }
    if (share < 1 / 3) {
      sums.near += grey;
      sums.inNear += 1;
    } else if (share >= 2 / 3) {
      sums.far += grey;
      sums.inFar += 1;
    }
  });
  return {
    capsule: sums.inCapsule === 0 ? null : sums.capsule / sums.inCapsule,
    near: sums.near / Math.max(1, sums.inNear),
    far: sums.far / Math.max(1, sums.inFar),
    capsuleShare: sums.inCapsule / Math.max(1, sums.all),
  };
}
