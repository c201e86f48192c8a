import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPicture } from '../fixtures/draw-picture.ts';
import { makeTinyPackage, zipTinyPackage } from '../fixtures/make-tiny-package.ts';
import {
  deleteModelDatabase,
  startTinyInference,
  type TinyInference,
} from '../fixtures/start-tiny-inference.ts';

let inference: TinyInference;
const options = { without: ['webgpu', 'wasm-threads'] } as const;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

test.each(['blocked', 'full'] as const)(
  'with storage %s the model answers from memory, and says so',
  async (how) => {
    inference = await startTinyInference({ options, orders: [{ test: 'break-storage', how }] });
    expect((await inference.analyse(() => drawPicture('sector'))).outcome.kind).toBe('assessed');
    expect(await inference.ask('listModels', null)).toMatchObject([{ active: true, stored: false }]);
  },
);

test.each(['blocked', 'full'] as const)(
  'with storage %s a model can be imported, chosen and reverted',
  async (how) => {
    inference = await startTinyInference({ options, orders: [{ test: 'break-storage', how }] });
    for (const [seed, version] of ['1.0.0', '2.0.0'].entries()) {
      const zip = zipTinyPackage(await makeTinyPackage({ name: 'my-model', version, seed: seed + 5 }));
      await inference.ask('importModel', { zip }, [zip]);
    }
    await inference.ask('activateModel', { name: 'my-model' });
    const reverted = await inference.ask('revertModel', { name: 'my-model' });
    expect(reverted).toMatchObject({ active: true, stored: false, previous: { version: '2.0.0' } });
    expect((await inference.analyse(() => drawPicture('sector'))).model.version).toBe('1.0.0');
  },
);

test('another tab that deletes the database does not wait for this one, which goes on', async () => {
  inference = await startTinyInference({ options });
  await inference.start();
  await deleteModelDatabase();
  expect((await inference.analyse(() => drawPicture('sector'))).outcome.kind).toBe('assessed');
  const [model] = await inference.ask('listModels', null);
  expect(model?.stored).toBe(false);
});

test('swapping models frees the tensors of the one before', async () => {
  inference = await startTinyInference({ options });
  await inference.start();
  const before = await inference.countTensors();
  for (const version of ['2.0.0', '3.0.0', '4.0.0']) {
    const zip = zipTinyPackage(await makeTinyPackage({ version, seed: Number(version[0]) }));
    await inference.ask('importModel', { zip }, [zip]);
  }
  await inference.ask('revertModel', { name: 'kidney-view' });
  expect(await inference.countTensors()).toBe(before);
});
