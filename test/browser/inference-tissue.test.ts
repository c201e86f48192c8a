import { afterEach, beforeEach, expect, test } from 'vitest';
import { simulateLayers } from '../../src/frame/simulate-layers.ts';
import { createInference, type Inference } from '../../src/inference.ts';
import { measureLayers } from '../../src/tissue/compare-layers.ts';
import { fitToGrid } from '../../src/tissue/layer-map.ts';
import { readLimb, truthOfRegions } from '../../src/tissue/picture-layers.ts';
import type { News } from '../../workers/protocol.ts';
import { drawPicture } from '../fixtures/draw-picture.ts';
import { deleteModelDatabase } from '../fixtures/start-tiny-inference.ts';

let inference: Inference;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

test('the shipped tissue model is fetched with the first picture, reads a limb, and leaves no tensor', {
  timeout: 300_000,
}, async () => {
  inference = createInference({
    startWorker: () =>
      new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
    options: { modelsUrl: '/models/', without: ['webgpu', 'wasm-threads'] },
    limits: { start: 200_000, analyseTissue: 200_000 },
  });
  const heard: News[] = [];
  inference.onNews((news) => heard.push(news));
  const { bitmap, regions } = await simulateLayers({ kind: 'limb', seed: 5005, tendon: true });
  const read = () => inference.analyseTissue(() => createImageBitmap(bitmap), 'tissue-layers');

  const reading = await read();
  expect(reading.model.name).toBe('tissue-layers');
  expect(heard.some((news) => news.news === 'model-progress' && news.step === 'download')).toBe(true);
  if (reading.outcome.kind === 'declined') throw new Error(reading.outcome.refusal);
  const { several } = readLimb(reading.outcome);
  if (several === null) throw new Error('no layers');
  const truth = truthOfRegions(fitToGrid(regions, reading, several.map), several.map);
  const dice = measureLayers(several.map, truth.several, 5).map((figure) => figure.dice ?? 0);
  expect(dice[2]).toBeGreaterThan(0.9);
  expect(dice[4]).toBeGreaterThan(0.8);

  const before = await inference.ask('readMemory', null);
  for (let i = 0; i < 10; i++) await read();
  expect(await inference.ask('readMemory', null)).toEqual(before);

  const blank = await inference.analyseTissue(() => drawPicture('black'), 'tissue-layers');
  expect(blank.outcome).toMatchObject({ kind: 'declined', refusal: 'single-colour' });
  await expect(inference.analyseTissue(() => createImageBitmap(bitmap), 'kidney-view')).rejects.toMatchObject(
    {
      code: 'package-task',
    },
  );
  expect((await read()).outcome.kind).toBe('read');
});
