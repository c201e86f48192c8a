import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { Output, Outputs, Task } from './graph-model.ts';

/** A card's entry for one task. */
export type OutputOf<T extends Task> = Extract<Card['outputs'][number], { readonly task: T }>;

/** The card's first output for a task, or null. */
export function outputFor<T extends Task>(card: Card, task: T): OutputOf<T> | null {
  const isOfTask = (output: Card['outputs'][number]): output is OutputOf<T> => output.task === task;
  return card.outputs.find(isOfTask) ?? null;
}

/**
 * One output's values.
 * @throws Failure `model-output`: a model that gives anything but finite numbers must not be read as a verdict.
 */
export function valuesOf(outputs: Outputs, tensor: string): Output {
  const output = outputs.get(tensor);
  if (output === undefined) throw new Failure('model-output', `no ${tensor}`);
  if (!output.values.every(Number.isFinite)) throw new Failure('model-output', `${tensor} is not finite`);
  return output;
}

/** 1 / (1 + e⁻ˣ). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The logit of a probability: the inverse of the sigmoid. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
