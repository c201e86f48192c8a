import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { Outputs } from './graph-model.ts';

/** Shape of each task's output, as in card.ts; null stands for any size. */
const shapes: Record<Card['outputs'][number]['task'], readonly (number | null)[]> = {
  quality: [1, 5],
  'activation-map': [1, null, null, 5],
  novelty: [1, 1],
};

/**
 * Checks once, after loading, that the model gives what its card says.
 * @throws Failure `model-output` with the tensor's name and shape.
 */
export function checkOutputs(card: Card, outputs: Outputs): void {
  for (const { task, tensor } of card.outputs) {
    const shape = outputs.get(tensor)?.shape ?? [];
    const expected = shapes[task];
    const fits = shape.length === expected.length && expected.every((n, i) => n === null || n === shape[i]);
    if (!fits) throw new Failure('model-output', `${tensor} has shape [${shape.join(', ')}]`);
  }
}
