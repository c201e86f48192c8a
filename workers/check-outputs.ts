import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { Outputs } from './graph-model.ts';

/**
 * Checks once, after loading, that the model gives what its card says.
 * @throws Failure `model-output` with the tensor's name and shape.
 */
export function checkOutputs(card: Card, outputs: Outputs): void {
  for (const output of card.outputs) {
    const shape = outputs.get(output.tensor)?.shape ?? [];
    const expected = shapeOf(output);
    const fits = shape.length === expected.length && expected.every((n, i) => n === null || n === shape[i]);
    if (!fits) throw new Failure('model-output', `${output.tensor} has shape [${shape.join(', ')}]`);
  }
}

/** Shape of an output, as in card-outputs.ts; null stands for any size. */
function shapeOf(output: Card['outputs'][number]): readonly (number | null)[] {
  switch (output.task) {
    case 'quality':
    case 'findings':
      return [1, output.labels.length];
    case 'activation-map':
      return [1, null, null, null];
    case 'novelty':
      return [1, 1];
    case 'segmentation':
      return [1, null, null, output.structures.length];
    case 'tissue':
      return [1, null, null, output.layers.length];
    case 'function':
      return [1, output.heads];
    case 'features':
      return [1, output.length];
    case 'boosted-trees':
      return [1, null];
  }
}
