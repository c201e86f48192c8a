import { Failure } from '../src/failure.ts';
import type { InputGeometry } from '../src/pixels/model-input.ts';
import type { Card } from './card.ts';

/** Whether a model judges whole views. */
export function judgesViews({ input, outputs }: Card): boolean {
  return input.region !== 'kidney-crop' && outputs.some(({ task }) => task === 'quality');
}

/**
 * How a model that judges whole views wants its picture.
 * @throws Failure `package-task` for a model of something else: it can stand on the shelf, but not answer `analyse`.
 */
export function viewGeometry(card: Card): InputGeometry {
  const { region, width, height, fit } = card.input;
  if (region === 'kidney-crop' || !judgesViews(card)) {
    throw new Failure('package-task', card.outputs.map(({ task }) => task).join(', '));
  }
  return { width, height, fit, region };
}
