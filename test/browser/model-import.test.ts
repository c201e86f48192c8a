import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../../workers/card.ts';
import { drawPicture } from '../fixtures/draw-picture.ts';
import { makeTinyPackage, zipTinyPackage } from '../fixtures/make-tiny-package.ts';
import { importZip, startOnWasm, versionInUse } from '../fixtures/on-wasm.ts';
import { readDatabase } from '../fixtures/open-model-database.ts';
import { deleteModelDatabase, type TinyInference } from '../fixtures/start-tiny-inference.ts';

let inference: TinyInference;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

test.each(['', 'my-model/'])(
  'a zipped package is imported from folder "%s" and answers when chosen',
  async (folder) => {
    inference = await startOnWasm();
    const imported = await importZip(inference, { name: 'my-model', seed: 5 }, folder);
    expect(imported).toMatchObject({ origin: 'imported', active: false, stored: true });
    const chosen = await inference.ask('activateModel', { name: 'my-model' });
    expect(chosen.active).toBe(true);
    expect((await inference.analyse(() => drawPicture('sector'))).model.name).toBe('my-model');
  },
);

test('the chosen model still answers after a restart; once removed, the shipped one does', async () => {
  inference = await startOnWasm();
  await importZip(inference, { name: 'my-model', seed: 5 });
  await inference.ask('activateModel', { name: 'my-model' });
  inference.stop();
  inference = await startOnWasm(new Map());
  expect((await inference.analyse(() => drawPicture('sector'))).model.name).toBe('my-model');
  await inference.ask('removeModel', { name: 'my-model' });
  expect((await inference.analyse(() => drawPicture('sector'))).model.name).toBe('kidney-view');
  expect(await inference.ask('listModels', null)).toHaveLength(1);
});

test('the shipped model cannot be removed, and unknown models not found', async () => {
  inference = await startOnWasm();
  await expect(inference.ask('removeModel', { name: 'kidney-view' })).rejects.toMatchObject({
    code: 'model-missing',
  });
  await expect(inference.ask('activateModel', { name: 'none' })).rejects.toMatchObject({
    code: 'model-missing',
  });
  await expect(inference.ask('revertModel', { name: 'kidney-view' })).rejects.toMatchObject({
    code: 'model-missing',
  });
  expect(await inference.ask('listModels', null)).toHaveLength(1);
});

/** A card of a model that gives features only, and promises nothing of them. */
function withoutQuality(card: Card): unknown {
  const golden = card.golden.map((test) => ({ ...test, outputs: {} }));
  return { ...card, golden, outputs: [{ task: 'features', tensor: 'pooled', length: 4 }] };
}

test.each([
  ['package-golden', { version: '2.0.0', seed: 9, goldenError: 0.01 }],
  ['package-damaged', { version: '2.0.0', tweakCard: (card: object) => ({ ...card, licence: 7 }) }],
  ['package-task', { version: '2.0.0', tweakCard: withoutQuality }],
] as const)('an import is refused as %s, and the model in use stays', async (code, options) => {
  inference = await startOnWasm();
  await expect(importZip(inference, options)).rejects.toMatchObject({ code });
  expect(await versionInUse(inference)).toBe('1.0.0');
  expect(await inference.ask('listModels', null)).toMatchObject([
    { identity: { version: '1.0.0' }, previous: null },
  ]);
});

test('an import whose file is not as its card says is refused', async () => {
  inference = await startOnWasm();
  const files = new Map(await makeTinyPackage({ version: '2.0.0' }));
  const zip = zipTinyPackage(files.set('golden/ramp.bin', new Uint8Array(256)));
  await expect(inference.ask('importModel', { zip }, [zip])).rejects.toMatchObject({ code: 'package-hash' });
});

test('a file that is no zip archive is refused', async () => {
  inference = await startOnWasm();
  const zip = new Uint8Array(100).buffer;
  await expect(inference.ask('importModel', { zip }, [zip])).rejects.toMatchObject({
    code: 'package-damaged',
  });
});

test('an import replaces the model of its name, keeps the one before, and drops the one before that', async () => {
  inference = await startOnWasm();
  await importZip(inference, { version: '2.0.0', seed: 2 });
  const third = await importZip(inference, { version: '3.0.0', seed: 3 });
  expect(third).toMatchObject({ active: true, previous: { version: '2.0.0' } });
  expect(await versionInUse(inference)).toBe('3.0.0');
  expect(await readDatabase('files')).toHaveLength(2);
});

test('a model with another output shape than its task has is refused', async () => {
  inference = await startOnWasm();
  const swap = (card: { outputs: readonly { task: string; tensor: string }[] }) => ({
    ...card,
    outputs: card.outputs.map((output) =>
      output.task === 'novelty' ? { ...output, tensor: 'pooled' } : output,
    ),
    golden: [{ input: 'golden/ramp.bin', outputs: {}, tolerance: 1 }],
  });
  await expect(importZip(inference, { version: '2.0.0', tweakCard: swap })).rejects.toMatchObject({
    code: 'model-output',
    detail: 'pooled has shape [1, 4]',
  });
});
