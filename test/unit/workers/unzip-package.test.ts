import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkPackage } from '../../../workers/model-package.ts';
import { unzipPackage } from '../../../workers/unzip-package.ts';
import { makeTinyPackage, zipTinyPackage } from '../../fixtures/make-tiny-package.ts';

test.each(['', 'kidney-view/'])('files in folder "%s" are found, and hold', async (folder) => {
  const { card, files } = unzipPackage(zipTinyPackage(await makeTinyPackage(), folder));
  const { identity } = await checkPackage(card, files);
  expect(identity).toMatchObject({ name: 'kidney-view', version: '1.0.0' });
  expect(identity.sha256).toBe(card.files.find(({ path }) => path === 'weights.bin')?.sha256);
});

test('what macOS and others add to an archive is left aside', async () => {
  const whole = new Map(await makeTinyPackage());
  whole.set('__MACOSX/._card.json', new Uint8Array(5)).set('readme.txt', new Uint8Array(5));
  const { card, files } = unzipPackage(zipTinyPackage(whole));
  expect([...(await checkPackage(card, files)).files.keys()].toSorted()).toEqual([
    'golden/ramp.bin',
    'model.json',
    'weights.bin',
  ]);
});

test('an archive without a card, or with the card deep inside, is refused', () => {
  const deep = zipSync({ 'a/b/card.json': new Uint8Array(2) }).slice().buffer;
  expect(() => unzipPackage(deep)).toThrow(
    expect.objectContaining({ code: 'package-damaged', detail: 'no card.json in the archive' }),
  );
});

test('bytes that are no archive are refused', () => {
  expect(() => unzipPackage(new ArrayBuffer(0))).toThrow(
    expect.objectContaining({ code: 'package-damaged' }),
  );
  expect(() => unzipPackage(new Uint8Array(64).fill(80).buffer)).toThrow(
    expect.objectContaining({ code: 'package-damaged' }),
  );
});

test('a file missing from the archive is named', async () => {
  const { card, files } = unzipPackage(zipTinyPackage(await makeTinyPackage()));
  const without = new Map([...files].filter(([path]) => path !== 'golden/ramp.bin'));
  await expect(checkPackage(card, without)).rejects.toMatchObject({
    code: 'package-damaged',
    detail: 'golden/ramp.bin is missing',
  });
});

test('weights in two files are hashed as one', async () => {
  const { card, files } = unzipPackage(zipTinyPackage(await makeTinyPackage()));
  const { identity } = await checkPackage(card, files);
  const model = JSON.parse(new TextDecoder().decode(files.get('model.json')));
  const weights = files.get('weights.bin') ?? new ArrayBuffer();
  const parts: [string, ArrayBuffer][] = [
    ['a.bin', weights.slice(0, 10)],
    ['b.bin', weights.slice(10)],
  ];
  model.weightsManifest[0].paths = parts.map(([path]) => path);
  const split = new Map([...files, ...parts]);
  split.set('model.json', new TextEncoder().encode(JSON.stringify(model)).slice().buffer);
  const listed = await Promise.all(
    [...split]
      .filter(([path]) => path !== 'card.json' && path !== 'weights.bin')
      .map(async ([path, bytes]) => ({
        path,
        bytes: bytes.byteLength,
        sha256: Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'),
      })),
  );
  expect((await checkPackage({ ...card, files: listed }, split)).identity.sha256).toBe(identity.sha256);
});
