import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInference, type Inference } from '../../src/inference.ts';
import { drawPicture } from '../fixtures/draw-picture.ts';
import { deleteModelDatabase } from '../fixtures/start-tiny-inference.ts';

let inference: Inference;

const startWorker = () =>
  new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' });

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

test.each([
  // SwiftShader stands in for a GPU: slow, and right only as far as it goes.
  ['webgpu', ['wasm-threads', 'wasm', 'cpu']],
  ['wasm', ['webgpu', 'wasm-threads']],
  ['cpu', ['webgpu', 'wasm-threads', 'wasm']],
] as const)(
  'the shipped models give their golden outputs on %s, in the app’s own worker',
  { timeout: 400_000 },
  async (backend, without) => {
    inference = createInference({
      startWorker,
      options: { modelsUrl: '/models/', without, allowSoftwareGpu: true },
      limits: { start: 300_000, analyse: 300_000, installShipped: 300_000, openModel: 300_000 },
    });
    const engine = await inference.start();
    expect(engine.backend).toBe(backend);
    expect(engine.selfTest).toMatchObject({ passed: true });
    const { outcome, model } = await inference.analyse(() => drawPicture('sector', 640, 480));
    expect(model.name).toBe('kidney-view');
    expect(outcome.kind === 'declined' ? outcome.refusal : outcome.kind).toMatch(
      /^(assessed|not-ultrasound)$/,
    );
    const crop = await inference.ask('openModel', { name: 'kidney-crop' });
    expect(crop.identity.name).toBe('kidney-crop');
    // Layers of a limb take long on SwiftShader, and are made of the same operations as the other two.
    if (backend === 'webgpu') return;
    expect(await inference.ask('installShipped', null)).toBeNull();
    expect(await inference.ask('listModels', null)).toMatchObject([
      { identity: { name: 'kidney-view' }, active: true, stored: true, jobs: ['views'] },
      { identity: { name: 'kidney-crop' }, active: false, stored: true, jobs: ['findings', 'function'] },
      { identity: { name: 'tissue-layers' }, active: false, stored: true, jobs: ['tissue'] },
    ]);
  },
);
