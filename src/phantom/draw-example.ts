import type { GreyImage } from '../pixels/grey-image.ts';
import { alignMachine, alignProbe } from './align-probe.ts';
import { drawOverlays, type OverlayWish } from './draw-overlays.ts';
import type { Finding } from './finding.ts';
import type { Machine } from './machine.ts';
import { type FindingKind, type Phantom, type PhantomWish, samplePhantom } from './phantom.ts';
import { polePoints } from './pole-points.ts';
import { type Probe, probeModels } from './probe.ts';
import { type Random, seededRandom } from './random.ts';
import { type FrameWish, type Rendering, renderPhantom } from './render-phantom.ts';
import { type Truth, tellTruth } from './tell-truth.ts';

/** One picture for training, with all that is known about it. */
export interface Example {
  readonly image: GreyImage;
  readonly truth: Truth;
  /** Kinds in the order of the numbers in `truth.maps.findings`. */
  readonly findingKinds: readonly Finding['kind'][];
  /** What a line of the label file holds. */
  readonly labels: Readonly<Record<string, unknown>>;
}

type Mishap =
  | 'none'
  | 'slide'
  | 'turn'
  | 'depth'
  | 'gain'
  | 'sliders'
  | 'ribs'
  | 'gas'
  | 'lift'
  | 'smear'
  | 'organ';

/** Those that come more often stand twice: a small slip is often too small to be a fault. */
const mishaps: readonly [Mishap, ...Mishap[]] = [
  'slide',
  'slide',
  'depth',
  'depth',
  'gain',
  'gain',
  'sliders',
  'turn',
  'ribs',
  'gas',
  'lift',
  'smear',
  'organ',
  'organ',
];
const organs = ['liver', 'spleen', 'gallbladder', 'bladder', 'bowel', 'muscle', 'nothing'] as const;

/**
 * Draws a patient, a hand and a machine, and lets at most two things go wrong: three in ten pictures are meant to be
 * good, which is judged on what came out.
 */
export function drawExample(seed: number, size: Pick<FrameWish, 'width' | 'height'>): Example {
  const random = seededRandom(seed ^ 0x5bd1_e995);
  const wrongs = drawMishaps(random);
  const phantom = samplePhantom(seed, wishFor(random, wrongs));
  const probe = drawProbe(random, phantom, wrongs);
  const machine = drawMachine(random, phantom, wrongs);
  const smearCm = wrongs.includes('smear') ? random.between(0.4, 1.6) : 0;
  const frame = { ...size, timeSeconds: random.between(0, 4), smearCm };
  const rendering = renderPhantom(phantom, { probe, machine }, frame);
  const truth = tellTruth(phantom, { probe, machine }, rendering);
  const kidney = phantom.scene.kidney;
  const { scene: _, ...patient } = phantom;
  const labels = {
    ...patient,
    size: kidney?.size ?? null,
    quality: truth.quality,
    view: truth.view,
    egfr: truth.egfr,
    cmPerPixel: truth.cmPerPixel,
    intended: wrongs,
    probe,
    machine,
  };
  const image = random.chance(0.6)
    ? drawOverlays(rendering, drawnOverlays(random, rendering))
    : rendering.image;
  return { image, truth, findingKinds: (kidney?.findings ?? []).map((f) => f.kind), labels };
}

function drawnOverlays(random: Random, rendering: Rendering): OverlayWish {
  const poles = polePoints(rendering);
  return {
    seed: Math.floor(random.between(0, 2 ** 31)),
    ruler: random.chance(0.6),
    greyBar: random.chance(0.5),
    textRows: Math.floor(random.between(0, 6)),
    textInside: random.chance(0.12),
    ...(poles !== null && random.chance(0.1) ? { calipers: poles } : {}),
  };
}

function drawMishaps(random: Random): Mishap[] {
  if (random.chance(0.3)) return ['none'];
  const first = random.pick(mishaps);
  return random.chance(0.3) ? [first, random.pick(mishaps)] : [first];
}

function wishFor(random: Random, wrongs: readonly Mishap[]): PhantomWish {
  const kinds = ['stone', 'cyst', 'mass', 'hydronephrosis', 'bright-cortex'] as const;
  const findings: FindingKind[] = random.chance(0.5) ? [] : [random.pick(kinds)];
  if (wrongs.includes('organ')) return { organ: random.pick(organs) };
  return { findings, gas: wrongs.includes('gas'), ribs: wrongs.includes('ribs') };
}

/** A hand that means well, but for what goes wrong. */
function drawProbe(random: Random, phantom: Phantom, wrongs: readonly Mishap[]): Probe {
  const good = alignProbe(phantom);
  const side = random.chance(0.5) ? 1 : -1;
  const reach = (phantom.scene.kidney?.size.lengthCm ?? 10) / 10;
  const slide = wrongs.includes('slide') ? side * random.between(3, 14) * reach : random.normal(0, 0.5);
  const turned = wrongs.includes('turn') ? side * random.between(0.3, 1.57) : random.normal(0, 0.08);
  const lifted = wrongs.includes('lift') ? random.between(0.15, 0.5) : random.unit() ** 3 * 0.12;
  const [liftedLeft, liftedRight] = random.chance(0.5) ? [lifted, 0] : [0, lifted];
  const limb = phantom.organ === 'muscle' && random.chance(0.8);
  const { curvilinear, linear, phased } = probeModels;
  const model = limb ? linear : random.chance(0.9) ? curvilinear : phased;
  const halfAngle = model.halfAngle * random.between(0.9, 1.2);
  return {
    ...good,
    model: { ...model, halfAngle, radiusCm: model.radiusCm * random.between(0.8, 1.2) },
    xCm: good.xCm + slide * Math.cos(good.rotation),
    yCm: good.yCm + slide * Math.sin(good.rotation) + random.normal(0, 0.3),
    rotation: good.rotation + turned,
    tilt: random.normal(0, 0.06),
    rock: random.normal(0, 0.06),
    liftedLeft,
    liftedRight,
  };
}

function drawMachine(random: Random, phantom: Phantom, wrongs: readonly Mishap[]): Machine {
  const good = alignMachine(phantom);
  const limb = phantom.organ === 'muscle';
  const zoomed = random.chance(0.15) ? random.between(1.1, 1.5) : 1;
  const deeper = wrongs.includes('depth') ? random.pick([0.5, 0.6, 2.1, 2.7]) : random.between(0.92, 1.2);
  const side = random.chance(0.5) ? 1 : -1;
  const gainDb = wrongs.includes('gain') ? side * random.between(8, 24) : random.normal(0, 1.5);
  const sliders = good.tgcDb.map(() => random.normal(0, 0.8));
  const wrongFrom = random.chance(0.5) ? 0 : 5;
  const wrongBy = wrongs.includes('sliders') ? -side * random.between(9, 24) : 0;
  return {
    ...good,
    depthCm: Math.min(28, (limb ? 0.45 : 1) * good.depthCm * deeper),
    zoom: zoomed,
    gainDb,
    tgcDb: sliders.map((db, i) => (i >= wrongFrom && i < wrongFrom + 3 ? db + wrongBy : db)),
    dynamicRangeDb: random.between(56, 74),
    frequencyMhz: limb ? null : random.between(2.6, 4.6),
    looks: wrongs.includes('smear') ? 4 : random.pick([1, 2, 3, 4]),
    smoothing: random.pick([0, 1, 1, 2]),
    noiseDb: random.between(-70, -58),
  };
}
