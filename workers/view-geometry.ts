import { Failure } from '../src/failure.ts';
import type { InputGeometry } from '../src/pixels/model-input.ts';
import type { Card } from './card.ts';
import type { Task } from './graph-model.ts';

/** Whether a model judges whole views. */
export function judgesViews({ input, outputs }: Card): boolean {
  return input.region !== 'kidney-crop' && outputs.some(({ task }) => task === 'quality');
}

/**
 * How a model that judges whole views wants its picture.
 * @throws Failure `package-task` for a model of something else: it can stand on the shelf, but not answer `analyse`.
 */
export function viewGeometry(card: Card): InputGeometry {
  return inputGeometry(card, ['quality']);
}

/**
 * How a model that does one of some tasks on whole sectors or pictures wants its picture.
 * @throws Failure `package-task` for a model of something else.
 */
export function inputGeometry({ input, outputs }: Card, wanted: readonly Task[]): InputGeometry {
  const { region, width, height, fit } = input;
  const tasks = outputs.map(({ task }) => task);
  if (region === 'kidney-crop' || !tasks.some((task) => wanted.includes(task))) {
    throw new Failure('package-task', tasks.join(', '));
  }
  return { width, height, fit, region };
}
