import { describe, expect, it } from 'vitest';
import { createEngineModel } from '../../../src/engine.ts';
import { Failure } from '../../../src/failure.ts';
import type { Engine, News } from '../../../workers/protocol.ts';

const wasm: Engine = {
  backend: 'wasm',
  threads: 1,
  adapter: null,
  rejected: [],
  selfTest: { passed: true, largestDifference: 0, tolerance: 0.05 },
};

/** A model over a worker that answers what the test says. */
function makeModel(answers: (() => Promise<Engine>)[]) {
  let hear: (news: News) => void = () => undefined;
  const model = createEngineModel({
    start: () => (answers.shift() ?? (() => Promise.reject(new Failure('worker-lost'))))(),
    onNews: (listener) => {
      hear = listener;
    },
  });
  return { model, tell: (news: News) => hear(news) };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the engine’s state', () => {
  it('follows the download and ends ready', async () => {
    const { model, tell } = makeModel([async () => wasm]);
    const started = model.start();
    tell({ news: 'progress', step: 'download', done: 1, total: 4 });
    expect(model.state.value).toEqual({ name: 'starting', step: 'download', done: 1, total: 4 });
    await started;
    expect(model.state.value).toEqual({ name: 'ready', engine: wasm });
  });

  it('tells a failure instead of throwing, and can start again', async () => {
    const { model } = makeModel([() => Promise.reject(new Failure('model-missing')), async () => wasm]);
    await model.start();
    expect(model.state.value).toMatchObject({ name: 'failed', failure: { code: 'model-missing' } });
    await model.start();
    expect(model.state.value.name).toBe('ready');
  });

  it('shows the backend that took over after a lost device', async () => {
    const gpu: Engine = { ...wasm, backend: 'webgpu' };
    const { model, tell } = makeModel([async () => gpu, async () => wasm]);
    await model.start();
    tell({ news: 'device-lost', reason: 'test' });
    await settled();
    expect(model.state.value).toEqual({ name: 'ready', engine: wasm });
  });
});
