import { drawMachine } from '../../src/phantom/draw-machine.ts';
import type { Mishap } from '../../src/phantom/draw-mishaps.ts';
import { drawOverlays } from '../../src/phantom/draw-overlays.ts';
import { drawProbe } from '../../src/phantom/draw-probe.ts';
import { urineFinding } from '../../src/phantom/echo.ts';
import { type FindingKind, type Phantom, samplePhantom } from '../../src/phantom/phantom.ts';
import { polePoints } from '../../src/phantom/pole-points.ts';
import { type Random, seededRandom } from '../../src/phantom/random.ts';
import { type Rendering, renderPhantom } from '../../src/phantom/render-phantom.ts';
import { type TruthMaps, truthMaps } from '../../src/phantom/truth-maps.ts';
import { truthMask } from '../../src/phantom/truth-mask.ts';
import { findPoles } from '../../src/pixels/find-poles.ts';
import { findSector } from '../../src/pixels/find-sector.ts';
import type { Poles } from '../../src/pixels/fit-kidney-crop.ts';
import type { GreyImage } from '../../src/pixels/grey-image.ts';
import { type Crops, cropBoth, findingAt, wholePicture } from './crop-both.ts';

/** Side of the rendered picture: kidneys are some 200 pixels long then, as in archives. */
const side = 320;
/** Fewer pixels of capsule than this are not worth a crop. */
const leastCapsule = 1500;
/** What is easily missed by the cut, or matters most, comes twice as often. */
const kinds = [
  'stone',
  'stone',
  'cyst',
  'mass',
  'hydronephrosis',
  'hydronephrosis',
  'bright-cortex',
] as const;
const findingNumbers = { stone: 1, cyst: 2, mass: 3 } as const;

/** A phantom's crop with its truth: `marks` says by pixel of the wide crop which finding is there. */
export interface CropExample extends Crops {
  readonly marks: Uint8Array;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** A patient for training: function spread evenly over 8–125, three in ten without a finding. */
export function drawPatient(seed: number): Phantom {
  const random = seededRandom(seed ^ 0x2c1b_3c6d);
  const first = random.pick(kinds);
  const second = random.pick(kinds);
  const findings: FindingKind[] = random.chance(0.3) ? [] : [first];
  if (findings.length > 0 && second !== first && random.chance(0.3)) findings.push(second);
  const bright = findings.includes('bright-cortex') && random.chance(0.75);
  const egfr = bright ? random.between(8, 75) : random.between(8, 125);
  return samplePhantom(seed, { person: { egfr }, findings, ribs: random.chance(0.08) });
}

/** One view of a patient as a scanner saves it, with the poles that it is cropped round. */
export interface CropView {
  readonly image: GreyImage;
  readonly poles: Poles;
  readonly maps: TruthMaps;
  readonly labels: CropExample['labels'];
}

/** One view of a patient; null where the kidney is hardly in view. */
export function drawView(phantom: Phantom, view: number): CropView | null {
  const random = seededRandom(phantom.seed * 31 + view);
  const mishaps: Mishap[] = random.chance(0.1) ? ['gain'] : [];
  const probe = drawProbe(random, phantom, mishaps);
  const machine = drawMachine(random, { phantom, model: probe.model, mishaps });
  const frame = { width: side, height: side, timeSeconds: random.between(0, 4) };
  const rendering = renderPhantom(phantom, { probe, machine }, frame);
  const maps = truthMaps(rendering);
  const capsule = truthMask(maps, phantom.scene.kidney, 'capsule');
  const poles = drawPoles(random, rendering, capsule);
  if (poles === null || count(capsule) < leastCapsule) return null;
  const { scene, ...patient } = phantom;
  const labels = { ...patient, size: scene.kidney?.size, view, probe: probe.model, machine };
  return { image: drawMarks(random, rendering, poles), poles, maps, labels };
}

/** The crops of a view, and what is where in them. */
export function cropView({ image, poles, maps, labels }: CropView, phantom: Phantom): CropExample {
  const crops = cropBoth(image, findSector(image) ?? wholePicture(image), poles);
  const marks = findingAt(crops.widePlacement, { width: side, data: numberFindings(maps, phantom) });
  return { ...crops, marks, labels };
}

/** Poles as a hand marks them, or as they come from a mask that lacks a part of one end. */
function drawPoles(random: Random, rendering: Rendering, capsule: Uint8Array): Poles | null {
  const full = findPoles({ width: side, height: side, data: capsule });
  if (full === null) return null;
  const fromMask = random.chance(0.5);
  const cut = cutEnd(capsule, full, random.chance(0.5) ? 0 : random.between(0, 0.12));
  const poles = fromMask ? findPoles({ width: side, height: side, data: cut }) : polePoints(rendering);
  const [a, b] = poles ?? full;
  const slip = 0.025 * Math.hypot(b.x - a.x, b.y - a.y);
  const move = ({ x, y }: Poles[0]) => ({ x: x + random.normal(0, slip), y: y + random.normal(0, slip) });
  return [move(a), move(b)];
}

/** The mask without the last `share` of its length. */
function cutEnd(mask: Uint8Array, [a, b]: Poles, share: number): Uint8Array {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  return mask.map((inside, i) => {
    const along = ((i % side) + 0.5 - a.x) * dx + (Math.floor(i / side) + 0.5 - a.y) * dy;
    return along > (1 - share) * length ? 0 : inside;
  });
}

/** Calipers and text, drawn whatever the kidney is like: they tell nothing. */
function drawMarks(random: Random, rendering: Rendering, poles: Poles): GreyImage {
  const anywhere = () => ({ x: random.between(0.2, 0.8) * side, y: random.between(0.2, 0.8) * side });
  const aside: Poles = [anywhere(), anywhere()];
  const kind = random.unit();
  const calipers = kind < 0.4 ? poles : kind < 0.55 ? aside : undefined;
  return drawOverlays(rendering, {
    seed: Math.floor(random.between(0, 2 ** 31)),
    textRows: random.chance(0.2) ? 2 : 0,
    textInside: true,
    ...(calipers === undefined ? {} : { calipers }),
  });
}

/** 1 stone, 2 cyst, 3 mass, 4 urine, and 16 more inside the capsule. */
function numberFindings(maps: TruthMaps, { scene }: Phantom): Uint8Array {
  const capsule = truthMask(maps, scene.kidney, 'capsule');
  return maps.findings.map((number, i) => {
    const kind = scene.kidney?.findings[number - 1]?.kind;
    const finding = number === urineFinding ? 4 : kind === undefined ? 0 : findingNumbers[kind];
    return finding + 16 * (capsule[i] ?? 0);
  });
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, inside) => sum + inside, 0);
}
