import { Failure } from '../src/failure.ts';
import type { LoadedModel, Outputs, Task } from './graph-model.ts';
import type { Session } from './session.ts';

/** The browser tells of a lost device a moment after the read that it made fail. */
const lossDelay = 200;

interface Run {
  readonly model: LoadedModel;
  readonly tasks: readonly Task[];
}

/**
 * Runs a model on grey bytes as `fitModelInput` gives them.
 * @throws Failure `model-output` for an input of one grey level, which no picture gives; `device-lost`.
 */
export async function runModel(
  session: Pick<Session, 'engine' | 'lost'>,
  grey: Uint8Array,
  { model, tasks }: Run,
): Promise<Outputs> {
  if (grey.every((level) => level === grey[0]))
    throw new Failure('model-output', 'the input is one grey level');
  try {
    return await model.run(grey, tasks);
  } catch (thrown) {
    if (session.engine.backend === 'webgpu') await new Promise((resolve) => setTimeout(resolve, lossDelay));
    throw session.lost === null ? thrown : new Failure('device-lost', session.lost);
  }
}
