import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CropGeometry, prepareCrop } from '../../src/findings/prepare-crop.ts';
import { startCropWorker } from '../../src/frame/crop-link.ts';
import { startPhantom } from '../../src/frame/phantom-link.ts';
import { createInference, type Inference } from '../../src/inference.ts';
import { toGreyImage } from '../../src/pixels/to-grey-image.ts';
import { type ScreenedPicture, Screener, type ScreeningModels } from '../../src/screener.ts';
import { ModelsModel } from '../../src/screens/models-model.ts';
import { screeningModels } from '../../src/settings.ts';
import { zipConverted } from '../fixtures/converted-package.ts';
import { deleteModelDatabase } from '../fixtures/start-tiny-inference.ts';

const limits = { start: 200_000, importModel: 200_000, openModel: 200_000, runModel: 200_000 };

let inference: Inference;
let models: ModelsModel;
let screener: Screener;

beforeEach(async () => {
  await deleteModelDatabase();
  localStorage.clear();
  inference = createInference({
    startWorker: () =>
      new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
    options: { modelsUrl: '/models/', without: ['webgpu', 'wasm-threads'] },
    limits,
  });
  models = new ModelsModel(inference);
  screener = new Screener({ inference, startCropWorker });
});

afterEach(() => {
  screener.end();
  inference.stop();
});

/** A simulated patient's picture with its sector as the app finds it; poles set by hand. */
async function drawPatient() {
  const phantom = startPhantom();
  const { pixels } = await phantom.ask('drawSample', { seed: 11, width: 480, height: 360 });
  phantom.end();
  const { sector } = (await inference.analyse(() => createImageBitmap(pixels))).outcome;
  if (sector === null) throw new Error('no sector in the simulated picture');
  const poles = [
    { x: 150, y: 170 },
    { x: 330, y: 190 },
  ] as const;
  const picture: ScreenedPicture = {
    copy: () => createImageBitmap(pixels),
    sector,
    capsule: [[poles[0], { x: 240, y: 120 }, poles[1], { x: 240, y: 240 }]],
    axis: { poles, from: 'by-hand' },
  };
  return { picture, grey: toGreyImage(pixels) };
}

type Patient = Awaited<ReturnType<typeof drawPatient>>;

/** The model's first output for the picture, cut out on this page and run without the screener. */
async function answerOf(name: string, { picture, grey }: Patient): Promise<number[]> {
  const { card } = await inference.ask('openModel', { name });
  const geometry: CropGeometry = card.input;
  const [input] = prepareCrop(grey, { ...picture, inputs: [geometry] }).inputs;
  if (input === undefined) throw new Error('nothing was cut out');
  const { outputs } = await inference.runModel(name, input.grey);
  return [...(outputs.get(card.outputs[0]?.tensor ?? '')?.values ?? [])];
}

async function importAs(...made: Parameters<typeof zipConverted>): Promise<void> {
  await models.import(new File([await zipConverted(...made)], 'package.zip'));
  if (models.failure.value) throw models.failure.value;
}

const nameOf = (wanted: ScreeningModels) => [wanted.findings, wanted.function];

// Each gives its golden output, which is PyTorch's for the same weights, before it is stored. The regressor reads whole sectors.
test('a converted ResNet-50 screens and a ResNet-101 estimates until they are removed', {
  timeout: 400_000,
}, async () => {
  const patient = await drawPatient();
  await importAs('resnet50-findings');
  await importAs('resnet101-function', ({ input }) => ({ input: { ...input, region: 'sector' } }));
  expect(nameOf(screeningModels.value)).toEqual(['kidney-crop', 'kidney-crop']);
  await models.choose('findings', 'resnet50-findings');
  await models.choose('function', 'resnet101-function');
  await models.choose('function', 'resnet50-findings');
  expect(models.failure.value).toMatchObject({ code: 'package-task', detail: 'findings' });

  const { reading, evidence } = await screener.read(patient.picture, screeningModels.value);
  const logits = await answerOf('resnet50-findings', patient);
  const heads = await answerOf('resnet101-function', patient);
  const { findings, function: estimated } = reading;
  expect(findings?.model.name).toBe('resnet50-findings');
  expect(findings?.readings.map(({ finding }) => finding)).toEqual(['stone', 'cyst', 'hydronephrosis']);
  for (const [index, { probability, insideShare }] of (findings?.readings ?? []).entries()) {
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-(logits[index] ?? Number.NaN))), 5);
    // Nothing spoke for a finding whose cells all lie below 0.
    if (probability > 0.5) expect(insideShare).toBeGreaterThan(0);
  }
  expect(findings?.readings.some(({ insideShare }) => insideShare !== null)).toBe(true);
  expect(evidence).toMatchObject({ rows: 7, columns: 7 });
  expect(estimated?.model.name).toBe('resnet101-function');
  expect(estimated?.heads).toHaveLength(10);
  for (const [index, head] of (estimated?.heads ?? []).entries())
    expect(head).toBeCloseTo(heads[index] ?? 0, 3);
  const mean = heads.reduce((sum, head) => sum + head, 0) / 10;
  expect(estimated).toMatchObject({ scale: 'random weights, no patient', ckd: null });
  expect(estimated?.egfr.value).toBeCloseTo(mean, 3);
  expect(estimated?.egfr.high).toBeCloseTo(mean + 20, 3);
  await expect(
    screener.read(patient.picture, { findings: 'resnet101-function', function: null }),
  ).rejects.toMatchObject({ code: 'package-task' });

  await models.remove('resnet50-findings');
  await models.remove('resnet101-function');
  expect(nameOf(screeningModels.value)).toEqual(['kidney-crop', 'kidney-crop']);
  const again = (await screener.read(patient.picture, screeningModels.value)).reading;
  expect([again.findings?.model.name, again.function?.model.name]).toEqual(['kidney-crop', 'kidney-crop']);
  expect(again.findings?.readings).toHaveLength(6);
});
