import { loadGraphModelSync } from '@tensorflow/tfjs-converter';
import { type io, Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { ModelIdentity } from '../src/analysis.ts';
import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import { fileOf, type ModelPackage, readModelFile, readWeights } from './model-package.ts';
import { outputFor } from './read-outputs.ts';

/** What an output is for. */
export type Task = Card['outputs'][number]['task'];

/** One output of a model, read back. */
export interface Output {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The outputs of one forward pass, by tensor name. */
export type Outputs = ReadonlyMap<string, Output>;

/** A model on the current backend. */
export interface LoadedModel {
  readonly card: Card;
  readonly identity: ModelIdentity;
  /** JSON of its boosted trees; null for a model without. */
  readonly trees: string | null;
  /**
   * One forward pass over grey bytes, `height × width`, as far as the tasks asked for need it; for all outputs that
   * the card names when none are.
   */
  readonly run: (grey: Uint8Array, tasks?: readonly Task[]) => Promise<Outputs>;
  /** Frees the weights; the model is of no use afterwards. */
  readonly dispose: () => void;
}

/** Puts a package's model on the current backend. */
export function loadModel({ card, identity, files }: ModelPackage): LoadedModel {
  const model = loadGraphModelSync([readModelFile(files) as unknown as io.ModelJSON, readWeights(files)]);
  const trees = outputFor(card, 'boosted-trees');
  return {
    card,
    identity,
    trees: trees && new TextDecoder().decode(fileOf(files, trees.trees)),
    async run(grey, tasks) {
      const asked = card.outputs.filter(({ task }) => tasks?.includes(task) ?? true);
      const names = [...new Set(asked.map(({ tensor }) => tensor))];
      const tensors = tidy(() => {
        const result = model.execute({ [card.input.tensor]: toTensor(grey, card.input) }, names);
        return result instanceof Tensor ? [result] : result;
      });
      try {
        return new Map(await Promise.all(tensors.map((tensor, index) => read(tensor, names[index] ?? ''))));
      } finally {
        for (const tensor of tensors) tensor.dispose();
      }
    },
    dispose: () => model.dispose(),
  };
}

/** Shape [1, height, width, channels], values in the card's range; grey is repeated for an RGB input. */
function toTensor(grey: Uint8Array, { width, height, channels, range }: Card['input']): Tensor {
  const [black, white] = range;
  const scale = (white - black) / 255;
  // Never reused: WebGPU uploads when it runs, not when the tensor is made.
  const values = new Float32Array(grey.length * channels);
  let index = 0;
  for (const level of grey) {
    const value = black + level * scale;
    for (let channel = 0; channel < channels; channel++) values[index++] = value;
  }
  return tensor4d(values, [1, height, width, channels]);
}

async function read(tensor: Tensor, name: string): Promise<[string, Output]> {
  const values = await tensor.data();
  if (!(values instanceof Float32Array)) throw new Failure('model-output', `${name}: ${tensor.dtype}`);
  return [name, { shape: tensor.shape, values }];
}
