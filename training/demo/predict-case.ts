import { zlibSync } from 'fflate';
import { drawLayered } from '../../src/phantom/draw-layered.ts';
import type { PreparedCase } from '../../src/phantom/prepared-cases.ts';
import type { GreyImage } from '../../src/pixels/grey-image.ts';
import type { PackedLayers, PreparedEntry } from '../../src/prepared/prepared-file.ts';
import { readLimb } from '../../src/tissue/picture-layers.ts';
import type { PredictedLayers } from '../../src/tissue/read-layers.ts';
import { analyse } from '../../workers/analyse.ts';
import { readTissue } from '../../workers/analyse-tissue.ts';
import type { ProvenModel } from '../../workers/self-test.ts';
import type { Session } from '../../workers/session.ts';

/** The two shipped models that say something of a prepared picture, loaded on one backend. */
export interface DemoModels {
  readonly view: ProvenModel;
  readonly tissue: ProvenModel;
}

/** Node has no pictures; the app's own code asks no more of one. */
class NodeImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** Draws a prepared picture and runs the models on it with the app's own code, in Node. */
export async function predictCase(
  { view, tissue }: DemoModels,
  { wish }: PreparedCase,
): Promise<PreparedEntry> {
  const { picture } = drawLayered(wish);
  const started = { active: view, engine: { backend: 'wasm' }, lost: null } as Session;
  if (wish.kind === 'kidney') {
    const analysis = await analyse(started, { picture: toPicture(picture), withAnatomy: true });
    return { kind: 'kidney', model: view.model.identity, analysis };
  }
  const reading = await readTissue(started, { picture: toPicture(picture), model: tissue.model });
  if (reading.outcome.kind === 'declined') throw new Error(`refused: ${reading.outcome.refusal}`);
  const { several, fascia } = readLimb(reading.outcome);
  if (several === null || fascia === null) throw new Error('the model gives one view only');
  const { width, height } = reading;
  return { kind: 'limb', model: reading.model, width, height, several: pack(several), fascia: pack(fascia) };
}

function toPicture({ width, height, data }: GreyImage): ImageData {
  globalThis.ImageData ??= NodeImageData as unknown as typeof ImageData;
  const pixels = new Uint8ClampedArray(4 * width * height);
  data.forEach((grey, i) => {
    pixels.set([grey, grey, grey, 255], 4 * i);
  });
  return new NodeImageData(pixels, width, height) as unknown as ImageData;
}

function pack({ map: { cells, ...grid }, confidences }: PredictedLayers): PackedLayers {
  const rounded = confidences.map((value) => Math.round(value * 1e4) / 1e4);
  return {
    ...grid,
    cells: Buffer.from(zlibSync(cells, { level: 9 })).toString('base64'),
    confidences: rounded,
  };
}
