import { Failure } from '../src/failure.ts';
import type { InputGeometry } from '../src/pixels/model-input.ts';
import type { Card } from './card.ts';
import type { Task } from './graph-model.ts';
import type { ModelJob } from './protocol.ts';

/** The task that makes a model fit for a job, and whether that job is done on a kidney's crop too. */
const needs: Readonly<Record<ModelJob, { readonly task: Task; readonly takesCrops: boolean }>> = {
  views: { task: 'quality', takesCrops: false },
  tissue: { task: 'tissue', takesCrops: false },
  findings: { task: 'findings', takesCrops: true },
  function: { task: 'function', takesCrops: true },
};
const jobs = ['views', 'tissue', 'findings', 'function'] as const;

/** What a model can do here. */
export function jobsOf({ input, outputs }: Card): ModelJob[] {
  return jobs.filter((job) => {
    const { task, takesCrops } = needs[job];
    return outputs.some((output) => output.task === task) && (takesCrops || input.region !== 'kidney-crop');
  });
}

/**
 * Passes a model that can do one of some jobs.
 * @throws Failure `package-task` for a model of something else.
 */
export function requireJob(card: Card, wanted: readonly ModelJob[]): void {
  if (jobsOf(card).some((job) => wanted.includes(job))) return;
  throw new Failure('package-task', card.outputs.map(({ task }) => task).join(', '));
}

/**
 * How a model that does one of some jobs on whole sectors or pictures wants its picture.
 * @throws Failure `package-task` for a model of something else.
 */
export function inputGeometry(card: Card, wanted: readonly ModelJob[]): InputGeometry {
  requireJob(card, wanted);
  const { region, width, height, fit } = card.input;
  if (region === 'kidney-crop') throw new Failure('package-task', region);
  return { width, height, fit, region };
}

/**
 * How a model that judges whole views wants its picture.
 * @throws Failure `package-task` for a model of something else: it can stand on the shelf, but not answer `analyse`.
 */
export function viewGeometry(card: Card): InputGeometry {
  return inputGeometry(card, ['views']);
}
