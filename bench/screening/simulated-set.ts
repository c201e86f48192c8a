import sharp from 'sharp';
import type { Finding } from '../../src/findings/finding.ts';
import type { FindingKind, Phantom } from '../../src/phantom/phantom.ts';
import { type CropExample, cropView, drawPatient, drawView } from '../../training/kidney_crop/draw-crop.ts';
import type { EvaluatedSet, KnownPicture } from './evaluated-pictures.ts';

/** As `PHANTOMS['test']` in training/kidney_crop/run.py and `phantoms` in training/prepare-crops.ts. */
const [patients, firstSeed, views] = [350, 31 * 1_000_003, 2];

/** The simulated patients of the card's figures: whole pictures as a scanner saves them, marks and text included. */
export const simulatedSet: EvaluatedSet = {
  name: 'simulated',
  datasets: [{ words: /^test phantoms/, holds: () => true }],
  async *open() {
    for (let i = 0; i < patients; i++) {
      const phantom = drawPatient(firstSeed + i);
      for (let view = 0; view < views; view++) {
        const picture = await drawPicture(phantom, view);
        if (picture !== null) yield picture;
      }
    }
  },
};

async function drawPicture(phantom: Phantom, view: number): Promise<KnownPicture | null> {
  const drawn = drawView(phantom, view);
  if (drawn === null) return null;
  const { width, height, data } = drawn.image;
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const name = `${phantom.seed}-${view}.png`;
  const asked = { name, base64: png.toString('base64'), poles: drawn.poles, isCrop: false };
  const truths = truthsOf(phantom, cropView(drawn, phantom));
  return { asked, truths, egfr: phantom.person.egfr };
}

/** Fewer pixels of the wide crop than the first: the cut misses it; than the second: too little to be asked for. */
const visible = {
  stone: { number: 1, least: 6, sure: 20 },
  cyst: { number: 2, least: 14, sure: 86 },
  mass: { number: 3, least: 29, sure: 173 },
  hydronephrosis: { number: 4, least: 29, sure: 130 },
} as const;
/** Cortex against liver, dB: hyperechoic from, not hyperechoic to. */
const [bright, normal] = [1, -2.5];

/** As `finding_labels` in training/kidney_crop/crops.py; the card's numbers of pictures tell whether it still is. */
function truthsOf({ findings, scene }: Phantom, { marks }: CropExample): KnownPicture['truths'] {
  const five: Partial<Record<Finding, boolean>> = {};
  for (const [name, { number, least, sure }] of Object.entries(visible) as [
    keyof typeof visible & FindingKind,
    (typeof visible)[keyof typeof visible],
  ][]) {
    const pixels = findings.includes(name) ? marks.filter((mark) => (mark & 15) === number).length : 0;
    if (pixels >= sure || pixels < least) five[name] = pixels >= sure;
  }
  const cortex = scene.kidney?.size.cortexDb ?? Number.NaN;
  if (cortex >= bright || cortex <= normal) five.hyperechogenicity = cortex >= bright;
  const known = Object.values(five);
  if (known.includes(true)) return { ...five, abnormal: true };
  return known.length === 5 ? { ...five, abnormal: false } : five;
}
