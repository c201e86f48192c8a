import { Failure } from '../failure.ts';
import { type ModelRead, outputOf, type Tensor } from './model-output.ts';

/**
 * One tensor of a forward pass.
 * @throws Failure `model-output`: a model that gives anything but finite numbers must not be read.
 */
export function tensorOf({ tensors }: Pick<ModelRead, 'tensors'>, name: string): Tensor {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw new Failure('model-output', `no ${name}`);
  if (!tensor.values.every(Number.isFinite)) throw new Failure('model-output', `${name} is not finite`);
  return tensor;
}

/** Distance from the training pictures over the card's limit, above 1 strange; null for a model that does not tell. */
export function readStrangeness(read: ModelRead): number | null {
  const novelty = outputOf(read.outputs, 'novelty');
  if (novelty === null) return null;
  return (tensorOf(read, novelty.tensor).values[0] ?? Number.NaN) / novelty.threshold;
}

/** 1 / (1 + e⁻ˣ). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
