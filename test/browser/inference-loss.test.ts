import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPicture } from '../fixtures/draw-picture.ts';
import {
  deleteModelDatabase,
  startTinyInference,
  type TinyInference,
} from '../fixtures/start-tiny-inference.ts';

let inference: TinyInference;
const onWasm = { without: ['webgpu', 'wasm-threads'] } as const;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

const picture = () => drawPicture('sector');

test('a worker that dies rejects all that waits, and the next question starts a fresh one', async () => {
  inference = await startTinyInference({ options: onWasm });
  await inference.start();
  inference.order({ test: 'crash' });
  const waiting = [inference.analyse(picture), inference.ask('listModels', null), inference.analyse(picture)];
  const results = await Promise.allSettled(waiting);
  expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
    Array(3).fill('worker-lost'),
  );
  expect((await inference.analyse(picture)).backend).toBe('wasm');
  expect(inference.workersStarted()).toBe(2);
});

test('a worker that hangs is ended after the time limit', async () => {
  inference = await startTinyInference({ options: onWasm, analyseLimit: 500 });
  await inference.start();
  inference.order({ test: 'hang' });
  await expect(inference.analyse(picture)).rejects.toMatchObject({ code: 'timed-out' });
  expect((await inference.start()).backend).toBe('wasm');
});

test('stopping rejects what waits', async () => {
  inference = await startTinyInference({ options: onWasm });
  await inference.start();
  const list = inference.ask('listModels', null);
  inference.stop();
  await expect(list).rejects.toMatchObject({ code: 'worker-lost' });
  expect((await inference.start()).backend).toBe('wasm');
});

test('a picture that was closed before is an error of that question alone', async () => {
  inference = await startTinyInference({ options: onWasm });
  const closed = await picture();
  closed.close();
  await expect(inference.analyse(async () => closed)).rejects.toMatchObject({ code: 'unexpected' });
  expect((await inference.analyse(picture)).backend).toBe('wasm');
  expect(inference.workersStarted()).toBe(1);
});

test('WebGPU runs; a lost device costs no picture, and lost twice it is left for WASM', {
  timeout: 180_000,
}, async () => {
  const options = { without: ['wasm-threads'], allowSoftwareGpu: true } as const;
  inference = await startTinyInference({ options });
  expect(await inference.start()).toMatchObject({ backend: 'webgpu', selfTest: { passed: true } });
  const news: string[] = [];
  inference.onNews((item) => item.news === 'device-lost' && news.push(item.news));
  const first = await inference.analyse(picture);
  expect(first.backend).toBe('webgpu');

  inference.order({ test: 'lose-device' });
  const second = await inference.analyse(picture);
  expect(second.backend).toBe('webgpu');
  expect(second.outcome.kind).toBe('assessed');
  expect(inference.workersStarted()).toBe(2);

  inference.order({ test: 'lose-device' });
  expect((await inference.analyse(picture)).backend).toBe('wasm');
  expect(inference.workersStarted()).toBe(3);
  expect(news).toHaveLength(2);
});
