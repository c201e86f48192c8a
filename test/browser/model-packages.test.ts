import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTinyPackage, type TinyPackage } from '../fixtures/make-tiny-package.ts';
import { importZip, startOnWasm, versionInUse } from '../fixtures/on-wasm.ts';
import { readDatabase, writeDatabase } from '../fixtures/open-model-database.ts';
import { deleteModelDatabase, type TinyInference } from '../fixtures/start-tiny-inference.ts';

let inference: TinyInference;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

test('the shipped model is fetched, stored and active; the next start needs no network', async () => {
  inference = await startOnWasm();
  const steps: string[] = [];
  inference.onNews((news) => news.news === 'progress' && steps.push(news.step));
  await inference.start();
  expect([...new Set(steps)]).toEqual(['check', 'download', 'backend', 'warm-up', 'ready']);
  expect(await inference.ask('listModels', null)).toMatchObject([
    {
      identity: { name: 'kidney-view', version: '1.0.0' },
      active: true,
      stored: true,
      previous: null,
      origin: 'shipped',
    },
  ]);
  inference.stop();
  inference = await startOnWasm(new Map());
  await expect(inference.start()).resolves.toMatchObject({ backend: 'wasm' });
});

test('progress counts the bytes of all files as one total', async () => {
  const shipped = await makeTinyPackage();
  inference = await startOnWasm(shipped);
  const seen: { done: number; total: number }[] = [];
  inference.onNews((news) => news.news === 'progress' && news.step === 'download' && seen.push(news));
  await inference.start();
  const total = [...shipped].reduce(
    (sum, [path, bytes]) => sum + (path === 'card.json' ? 0 : bytes.byteLength),
    0,
  );
  expect(seen.at(-1)).toMatchObject({ done: total, total });
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
});

test('a newer shipped version is installed at start, and the one before can be returned to for good', async () => {
  inference = await startOnWasm();
  await inference.start();
  inference.stop();
  const newer = await makeTinyPackage({ version: '1.10.0', seed: 2 });
  inference = await startOnWasm(newer);
  expect(await versionInUse(inference)).toBe('1.10.0');
  const reverted = await inference.ask('revertModel', { name: 'kidney-view' });
  expect(reverted).toMatchObject({
    identity: { version: '1.0.0' },
    previous: { version: '1.10.0' },
    active: true,
  });
  expect(await versionInUse(inference)).toBe('1.0.0');
  inference.stop();
  inference = await startOnWasm(newer);
  expect(await versionInUse(inference)).toBe('1.0.0');
});

test('a newer shipped version with wrong golden outputs is refused, and the one in use stays', async () => {
  inference = await startOnWasm();
  await inference.start();
  inference.stop();
  inference = await startOnWasm(await makeTinyPackage({ version: '2.0.0', seed: 2, goldenError: 0.5 }));
  expect((await inference.start()).updateFailure).toMatchObject({ code: 'package-golden' });
  expect(await versionInUse(inference)).toBe('1.0.0');
});

test('without any model a package with wrong golden outputs stops the start', async () => {
  inference = await startOnWasm(await makeTinyPackage({ goldenError: 0.5 }));
  await expect(inference.start()).rejects.toMatchObject({ code: 'package-golden' });
  expect(await readDatabase('models', 'kidney-view')).toBeUndefined();
});

test('a shipped file that is not as its card says is refused', async () => {
  const shipped = new Map(await makeTinyPackage());
  shipped.set(
    'weights.bin',
    (shipped.get('weights.bin') ?? new Uint8Array()).map((byte) => byte ^ 1),
  );
  inference = await startOnWasm(shipped);
  await expect(inference.start()).rejects.toMatchObject({ code: 'package-hash', detail: 'weights.bin' });
});

test('a stored model that got damaged is dropped and fetched again', async () => {
  inference = await startOnWasm();
  await inference.start();
  const [before] = await inference.ask('listModels', null);
  inference.stop();
  const { name, version, sha256 } = before?.identity ?? { name: '', version: '', sha256: '' };
  const key = `${name}@${version}+${sha256}`;
  const files = new Map((await readDatabase('files', key)) as TinyPackage);
  await writeDatabase('files', files.set('weights.bin', new Uint8Array(3)), key);
  inference = await startOnWasm();
  expect(await versionInUse(inference)).toBe('1.0.0');
  expect(await readDatabase('files', key)).not.toEqual(files);
});

test('a stored model that got damaged gives way to the version before when there is no network', async () => {
  inference = await startOnWasm();
  const imported = await importZip(inference, { version: '3.0.0', seed: 3 });
  inference.stop();
  await writeDatabase('files', new Map(), `kidney-view@3.0.0+${imported.identity.sha256}`);
  inference = await startOnWasm(new Map());
  expect(await versionInUse(inference)).toBe('1.0.0');
});
