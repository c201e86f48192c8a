import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Learning, readLearning } from '../../../src/prepared/learning-file.ts';
import { measureLayers } from '../../../src/tissue/compare-layers.ts';
import { tissueLayers } from '../../../src/tissue/layer-map.ts';
import type { LoadedModel } from '../../../workers/graph-model.ts';
import { type OutputOf, valuesOf } from '../../../workers/read-outputs.ts';
import { proveModel } from '../../../workers/self-test.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';

const folder = 'models/tissue-layers';
let learning: Learning;
let model: LoadedModel;

beforeAll(async () => {
  await useWasm();
  const shipped = await openPackage('tissue-layers');
  ({ model } = await proveModel(shipped));
  // A file that the card lists is a file whose hash the loader has checked.
  const listed = shipped.files.get('learning.json');
  learning = readLearning(new TextDecoder().decode(listed ?? new ArrayBuffer(0)));
}, 60_000);

afterAll(() => model.dispose());

test('the steps of the whole training are there, in their order, and small', () => {
  const { steps, total, frames } = learning;
  expect(frames.length).toBe(steps.length);
  expect(steps.length).toBeGreaterThan(40);
  expect(steps.every((step, i) => step > (steps[i - 1] ?? 0))).toBe(true);
  expect(total - (steps.at(-1) ?? 0)).toBeLessThan(20);
  expect(readFileSync(`${folder}/learning.json`).length).toBeLessThan(100_000);
});

test('Dice at each step is that of its frame', () => {
  for (const index of [0, Math.floor(learning.frames.length / 2), learning.frames.length - 1]) {
    const frame = learning.frames[index];
    if (frame === undefined) throw new RangeError(`no frame ${index}`);
    const figures = measureLayers(frame, learning.truth, tissueLayers.length);
    for (const { layer, values } of learning.dice) {
      expect(values[index], tissueLayers[layer]).toBeCloseTo(figures[layer]?.dice ?? Number.NaN, 2);
    }
  }
});

test('what was learned last is what the shipped weights say', async () => {
  const grey = new Uint8Array(readFileSync(`${folder}/${learning.picture}`));
  const task = model.card.outputs.find(isSeveral);
  const { shape, values } = valuesOf(await model.run(grey), task?.tensor ?? '');
  const [, , columns = 0, channels = 0] = shape;
  const last = learning.frames.at(-1);
  let same = 0;
  last?.cells.forEach((cell, i) => {
    const [row, column] = [2 * Math.floor(i / last.width) + 1, 2 * (i % last.width) + 1];
    const logits = values.subarray(
      (row * columns + column) * channels,
      (row * columns + column + 1) * channels,
    );
    if (logits.indexOf(Math.max(...logits)) === cell) same += 1;
  });
  expect(same / (last?.cells.length ?? 0)).toBeGreaterThan(0.99);
});

test('one layer at least grew from nothing to plain', () => {
  const grown = learning.dice.filter(({ values }) => (values[0] ?? 1) < 0.5 && (values.at(-1) ?? 0) > 0.7);
  expect(grown.length).toBeGreaterThan(0);
});

test.each([['nonsense'], ['{}']])('%s is refused', (text) => {
  expect(() => readLearning(text)).toThrow(/package-damaged/);
});

function isSeveral(output: LoadedModel['card']['outputs'][number]): output is OutputOf<'tissue'> {
  return output.task === 'tissue' && output.activation === 'softmax';
}
