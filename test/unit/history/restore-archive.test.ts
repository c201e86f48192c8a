import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { archiveVersion } from '../../../src/history/archive-layout.ts';
import { createMemoryHistory } from '../../../src/history/memory-history.ts';
import { encodeRecord } from '../../../src/history/record-json.ts';
import { restoreArchive } from '../../../src/history/restore-archive.ts';
import { createFilled, exportOf, readAll } from './fill-history.ts';
import { firstTime, idOf, makeClipRecord, makeExamination, makeRecord } from './make-examination.ts';

// Milliseconds, for a machine that is busy with other things.
const slow = { timeout: 60_000 };

function zipOf(files: Record<string, string>): Blob {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return new Blob([zipSync(Object.fromEntries(entries))]);
}

const manifest = { format: 'kidney-coach-history', version: 1, appVersion: '1', exportedAt: 0, count: 1 };

test.each([
  ['nothing', 'archive-damaged', () => new Blob([])],
  ['a picture', 'archive-damaged', () => new Blob([makeRecord(0).picture.bytes])],
  ['another zip', 'archive-foreign', () => zipOf({ 'photo.txt': 'hello' })],
  [
    'a zip with a manifest of something else',
    'archive-foreign',
    () => zipOf({ 'manifest.json': '{"name":"a"}' }),
  ],
  ['a manifest that is no JSON', 'archive-foreign', () => zipOf({ 'manifest.json': '{' })],
  [
    'an archive of a newer app',
    'archive-newer',
    () =>
      zipOf({ 'manifest.json': JSON.stringify({ format: manifest.format, version: archiveVersion + 1 }) }),
  ],
])('%s is refused with %s and history stays as it is', async (_what, code, make) => {
  const history = await createFilled(2);
  const before = await readAll(history);
  await expect(restoreArchive(history, make())).rejects.toMatchObject({ name: 'Failure', code });
  expect(await readAll(history)).toEqual(before);
});

test('names that point elsewhere are not looked at', async () => {
  const archive = zipOf({
    'manifest.json': JSON.stringify({ ...manifest, count: 0 }),
    '../../examinations/x.json': '{}',
    '/etc/passwd': 'x',
    'examinations/../manifest.json': '{}',
    [`examinations/${idOf(0).toUpperCase()}A.json`]: '{}',
  });
  const history = await createFilled(1);
  expect(await restoreArchive(history, archive)).toEqual({ added: 0, updated: 0, kept: 0, damaged: 0 });
});

test('a record under the id of another is damaged', async () => {
  const png = { type: 'image/png' };
  const json = encodeRecord({ examination: makeExamination(4), picture: png, thumbnail: png });
  const archiveUnder = (id: string) =>
    zipOf({
      'manifest.json': JSON.stringify(manifest),
      [`examinations/${id}.json`]: json,
      [`pictures/${id}.png`]: 'picture',
      [`thumbnails/${id}.png`]: 'thumbnail',
    });
  const history = await createFilled(0);
  expect(await restoreArchive(history, archiveUnder(idOf(0)))).toMatchObject({ damaged: 1, added: 0 });
  expect(await restoreArchive(history, archiveUnder(idOf(4)))).toMatchObject({ damaged: 0, added: 1 });
});

test('half a copied archive is refused and history stays as it is', slow, async () => {
  const archive = await exportOf(await createFilled(3));
  const history = await createFilled(2);
  const before = await readAll(history);
  const cut = fc.oneof(
    fc.nat(archive.size - 1),
    fc.nat(200).map((end) => archive.size - 1 - end),
  );
  await fc.assert(
    fc.asyncProperty(cut, async (length) => {
      const part = archive.slice(0, length);
      await expect(restoreArchive(history, part)).rejects.toMatchObject({ code: 'archive-damaged' });
      expect(await readAll(history)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test('a damaged picture costs its record and no other', async () => {
  const archive = new Uint8Array(await (await exportOf(await createFilled(3))).arrayBuffer());
  const picture = new Uint8Array(makeRecord(1).picture.bytes);
  const start = Buffer.from(archive).indexOf(picture);
  expect(start).toBeGreaterThan(0);
  archive[start + 100] = (archive[start + 100] ?? 0) ^ 1;
  const history = await createFilled(0);
  expect(await restoreArchive(history, new Blob([archive]))).toMatchObject({ added: 2, damaged: 1 });
  expect((await history.list()).map(({ id }) => id)).toEqual([idOf(2), idOf(0)]);
});

test.each([
  ['one byte too many', (clip: string) => `${clip}x`],
  ['one byte too few', (clip: string) => clip.slice(1)],
])('a clip with %s costs its record', async (_what, change) => {
  const { examination } = makeClipRecord(0);
  const png = { type: 'image/png' };
  const archiveWith = (clip: string) =>
    zipOf({
      'manifest.json': JSON.stringify(manifest),
      [`examinations/${idOf(0)}.json`]: encodeRecord({
        examination,
        picture: png,
        thumbnail: png,
        clip: { type: 'image/jpeg', lengths: [2, 3, 4] },
      }),
      [`pictures/${idOf(0)}.png`]: 'picture',
      [`thumbnails/${idOf(0)}.png`]: 'thumbnail',
      [`clips/${idOf(0)}.mjpeg`]: clip,
    });
  const history = await createFilled(0);
  expect(await restoreArchive(history, archiveWith(change('aabbbcccc')))).toMatchObject({ damaged: 1 });
  expect(await restoreArchive(history, archiveWith('aabbbcccc'))).toMatchObject({ added: 1, damaged: 0 });
});

test('an archive from before there were clips is restored', async () => {
  const png = { type: 'image/png' };
  const history = await createFilled(0);
  const archive = zipOf({
    'manifest.json': JSON.stringify({ ...manifest, version: 1 }),
    [`examinations/${idOf(0)}.json`]: encodeRecord({
      examination: makeExamination(0),
      picture: png,
      thumbnail: png,
    }),
    [`pictures/${idOf(0)}.png`]: 'picture',
    [`thumbnails/${idOf(0)}.png`]: 'thumbnail',
  });
  expect(await restoreArchive(history, archive)).toMatchObject({ added: 1, damaged: 0 });
});

test('a full disk stops the restore with its own failure; what was restored stays', async () => {
  const archive = await exportOf(await createFilled(3));
  const history = await createFilled(0);
  const merge = vi.spyOn(history, 'merge');
  merge.mockImplementationOnce(async (record) => history.save(record).then(() => 'added'));
  merge.mockRejectedValueOnce(new Failure('storage-full'));
  await expect(restoreArchive(history, archive)).rejects.toMatchObject({ code: 'storage-full' });
  expect(await history.count()).toBe(1);
});

test('cut off or changed anywhere, an archive restores what is whole and harms nothing', slow, async () => {
  const source = await createFilled(5);
  await source.save(makeClipRecord(5));
  const whole = await readAll(source);
  const archive = await exportOf(source);
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const damage = fc.record({
    length: fc.integer({ min: 0, max: bytes.length }),
    changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ length, changes }) => {
      const damaged = new Uint8Array(bytes);
      for (const [at, by] of changes) damaged[at] = (damaged[at] ?? 0) ^ by;
      const mine = makeRecord(0, { name: 'mine', updatedAt: firstTime + 1 });
      const history = createMemoryHistory();
      await history.save(mine);
      const counts = await restoreArchive(history, new Blob([damaged.subarray(0, length)])).catch(
        (thrown) => {
          expect(thrown).toMatchObject({ name: 'Failure', code: expect.stringMatching(/^archive-/) });
          return null;
        },
      );
      const [kept, ...restored] = (await readAll(history)).toReversed();
      expect(kept).toEqual({ ...mine, clip: null });
      for (const record of restored) expect(whole).toContainEqual(record);
      if (counts !== null) {
        expect(counts.added).toBe(restored.length);
        expect(counts.added + counts.kept + counts.damaged).toBeGreaterThanOrEqual(6);
      }
    }),
    { numRuns: 150 },
  );
});
