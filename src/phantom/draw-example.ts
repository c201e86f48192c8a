import type { GreyImage } from '../pixels/grey-image.ts';
import { drawMachine } from './draw-machine.ts';
import { drawMishaps, type Mishap } from './draw-mishaps.ts';
import { drawOverlays, type OverlayWish } from './draw-overlays.ts';
import { drawProbe } from './draw-probe.ts';
import type { Finding } from './finding.ts';
import { type FindingKind, type Phantom, type PhantomWish, samplePhantom } from './phantom.ts';
import { polePoints } from './pole-points.ts';
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

/** What a wrong picture shows. */
export const organs = ['liver', 'spleen', 'gallbladder', 'bladder', 'bowel', 'muscle', 'nothing'] as const;

/** What the picture should be like; what is left out is drawn by the seed. */
export interface ExampleWish extends Pick<FrameWish, 'width' | 'height'> {
  readonly organ?: Phantom['organ'];
}

/**
 * Draws a patient, a hand and a machine, and lets at most two things go wrong; whether they did is judged on what
 * came out.
 */
export function drawExample(seed: number, wish: ExampleWish): Example {
  const random = seededRandom(seed ^ 0x5bd1_e995);
  const mishaps = drawMishaps(random);
  const phantom = samplePhantom(seed, wishFor(random, mishaps, wish.organ));
  const probe = drawProbe(random, phantom, mishaps);
  const machine = drawMachine(random, { phantom, model: probe.model, mishaps });
  const smearCm = mishaps.includes('smear') ? random.between(0.7, 1.8) : 0;
  const frame = { width: wish.width, height: wish.height, timeSeconds: random.between(0, 4), smearCm };
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
    intended: mishaps,
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

function wishFor(
  random: Random,
  mishaps: readonly Mishap[],
  organ: Phantom['organ'] | undefined,
): PhantomWish {
  const kinds = ['stone', 'cyst', 'mass', 'hydronephrosis', 'bright-cortex'] as const;
  const findings: FindingKind[] = random.chance(0.5) ? [] : [random.pick(kinds)];
  const drawn = mishaps.includes('organ') ? random.pick(organs) : 'kidney';
  const wanted = organ ?? drawn;
  if (wanted !== 'kidney') return { organ: wanted };
  return { findings, gas: mishaps.includes('gas'), ribs: mishaps.includes('ribs') };
}
