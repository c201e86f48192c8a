import { afterEach, beforeEach, expect, test } from 'vitest';
import { axisOfOutline } from '../../src/findings/axis-of-outline.ts';
import { startCropWorker } from '../../src/frame/crop-link.ts';
import { startPhantom } from '../../src/frame/phantom-link.ts';
import { createInference, type Inference } from '../../src/inference.ts';
import { Screener } from '../../src/screener.ts';
import { drawPicture } from '../fixtures/draw-picture.ts';
import { deleteModelDatabase } from '../fixtures/start-tiny-inference.ts';

let inference: Inference;
let screener: Screener;

beforeEach(async () => {
  await deleteModelDatabase();
  inference = createInference({
    startWorker: () =>
      new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
    options: { modelsUrl: '/models/', without: ['webgpu', 'wasm-threads'] },
    limits: { start: 200_000, openModel: 200_000 },
  });
  screener = new Screener({ inference, startCropWorker });
});
afterEach(() => {
  screener.end();
  inference.stop();
});

test('the shipped model reads findings and function off a simulated kidney, and leaves no tensor', {
  timeout: 300_000,
}, async () => {
  const phantom = startPhantom();
  const { pixels } = await phantom.ask('drawSample', { seed: 55, width: 320, height: 320 });
  phantom.end();
  const bitmap = await createImageBitmap(pixels);
  const copy = () => createImageBitmap(bitmap);
  const { outcome, width, height } = await inference.analyse(copy);
  if (outcome.kind === 'declined' || !outcome.anatomy) throw new Error('no kidney was outlined');
  const { sector, anatomy } = outcome;
  const capsule = anatomy.outlines.find(({ structure }) => structure === 'capsule')?.contours ?? [];
  const axis = axisOfOutline(capsule, { width, height }, sector);
  const picture = { copy, sector, capsule, axis };
  const models = { findings: 'kidney-crop', function: 'kidney-crop' };

  const { reading, evidence } = await screener.read(picture, models);
  expect(reading).toMatchObject({
    axis: { from: 'mask' },
    backend: 'wasm',
    findings: { model: { name: 'kidney-crop' } },
  });
  expect(reading.findings?.readings.map(({ finding }) => finding)).toEqual([
    'abnormal',
    'stone',
    'cyst',
    'hyperechogenicity',
    'mass',
    'hydronephrosis',
  ]);
  expect(reading.findings?.novelty).toBeLessThan(1);
  expect(reading.function?.heads).toHaveLength(10);
  expect(reading.function?.ckd?.probability).toBeGreaterThan(0);
  expect(evidence).toMatchObject({ rows: 24, columns: 24 });
  expect(reading.findings?.readings[0]?.insideShare).toBeGreaterThan(0.2);

  const before = await inference.ask('readMemory', null);
  for (let i = 0; i < 5; i++) await screener.read(picture, models);
  expect(await inference.ask('readMemory', null)).toEqual(before);

  await expect(screener.read({ ...picture, axis: null }, models)).rejects.toMatchObject({
    code: 'crop-missing',
  });
  await expect(screener.read(picture, { findings: 'tissue-layers', function: null })).rejects.toMatchObject({
    code: 'package-task',
  });
  const black = { ...picture, copy: () => drawPicture('black') };
  await expect(screener.read(black, models)).rejects.toMatchObject({ code: 'model-output' });
  expect((await screener.read(picture, models)).reading.findings).toEqual(reading.findings);
});
