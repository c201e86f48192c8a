import { unzlibSync } from 'fflate';
import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { type LayerMap, tissueLayers } from '../tissue/layer-map.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const layer = v.picklist(tissueLayers);

/** `learning.json` of a model package, as training/tissue_layers/learning.py writes it. */
const learningFile = v.object({
  /** Grey bytes of the picture, a file of the same package; `pictureSide` each way. */
  picture: v.string(),
  pictureSide: count,
  side: count,
  layers: v.tuple([layer, layer, layer, layer, layer]),
  /** Steps of the whole training, and of each frame. */
  total: count,
  steps: v.pipe(v.array(count), v.minLength(2)),
  /** Dice of each frame by layer; null where the picture has no such layer. */
  dice: v.record(layer, v.nullable(v.array(share))),
  /** Layers by cell, 255 where nothing is known: deflated with a zlib header, as base64. */
  truth: v.string(),
  frames: v.string(),
});

/** What a model saw in one picture while it learned. */
export interface Learning {
  readonly picture: string;
  readonly pictureSide: number;
  readonly total: number;
  readonly steps: readonly number[];
  /** One map a step, over the whole picture. */
  readonly frames: readonly LayerMap[];
  readonly truth: LayerMap;
  /** For the layers that the picture shows, one value a step. */
  readonly dice: readonly { readonly layer: number; readonly values: readonly number[] }[];
}

/**
 * Reads `learning.json` of a model package.
 * @throws Failure `package-damaged` when it is not as training writes it
 */
export function readLearning(text: string): Learning {
  try {
    return unpack(v.parse(learningFile, JSON.parse(text)));
  } catch (error) {
    throw new Failure('package-damaged', `learning.json: ${String(error)}`);
  }
}

function unpack(file: v.InferOutput<typeof learningFile>): Learning {
  const { picture, pictureSide, side, total, steps } = file;
  const cells = side * side;
  const covers = { x: 0, y: 0, width: pictureSide, height: pictureSide };
  const [truth] = mapsOf(file.truth, 1);
  if (truth === undefined) throw new RangeError('no truth');

  function mapsOf(packed: string, number: number): LayerMap[] {
    const bytes = unzlibSync(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
    if (bytes.length !== number * cells) throw new RangeError(`${bytes.length} cells`);
    return Array.from({ length: number }, (_, i) => ({
      width: side,
      height: side,
      covers,
      cells: bytes.subarray(i * cells, (i + 1) * cells),
    }));
  }

  const dice = tissueLayers.flatMap((name, number) => {
    const values = file.dice[name];
    if (!values) return [];
    if (values.length !== steps.length) throw new RangeError(`Dice of ${name}`);
    return [{ layer: number, values }];
  });
  return { picture, pictureSide, total, steps, frames: mapsOf(file.frames, steps.length), truth, dice };
}
