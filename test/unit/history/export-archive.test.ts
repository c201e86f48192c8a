import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { exportArchive } from '../../../src/history/export-archive.ts';
import { restoreArchive } from '../../../src/history/restore-archive.ts';
import { createFilled, exportOf, exportOptions } from './fill-history.ts';
import { firstTime, idOf, makeClipRecord, makeRecord } from './make-examination.ts';

test('the archive is laid out for people too, and another program reads it', async () => {
  const history = await createFilled(2);
  await history.save(makeClipRecord(2));
  const archive = await exportOf(history);
  const rows: UnzipFileInfo[] = [];
  const files = unzipSync(new Uint8Array(await archive.arrayBuffer()), {
    filter: (row) => rows.push(row) > 0,
  });
  expect(rows.map(({ name }) => name)).toEqual([
    'manifest.json',
    `examinations/${idOf(2)}.json`,
    `pictures/${idOf(2)}.png`,
    `thumbnails/${idOf(2)}.jpg`,
    `clips/${idOf(2)}.mjpeg`,
    ...[idOf(1), idOf(0)].flatMap((id) => [
      `examinations/${id}.json`,
      `pictures/${id}.png`,
      `thumbnails/${id}.jpg`,
    ]),
    'history.csv',
  ]);
  const name = `pictures/${idOf(0)}.png`;
  expect(files[name]).toEqual(new Uint8Array(makeRecord(0).picture.bytes));
  const clip = makeClipRecord(2).clip?.bytes ?? new ArrayBuffer();
  expect(files[`clips/${idOf(2)}.mjpeg`]).toEqual(new Uint8Array(clip));
  expect(rows.find((row) => row.name === name)).toMatchObject({ compression: 0, size: 2000 });
  expect(rows.find((row) => row.name === 'history.csv')).toMatchObject({ compression: 8 });
  expect(strFromU8(files['history.csv'] ?? new Uint8Array())).toContain('Kidney 1.png');
});

test('an empty history is an archive too', async () => {
  const archive = await exportOf(await createFilled(0));
  expect(await restoreArchive(await createFilled(1), archive)).toEqual({
    added: 0,
    updated: 0,
    kept: 0,
    damaged: 0,
  });
});

test('restoring never overwrites what is as new, and takes what is newer', async () => {
  const archive = await exportOf(await createFilled(4));
  const history = await createFilled(0);
  const older = makeRecord(0, { name: 'older here', updatedAt: firstTime - 1 });
  const newer = makeRecord(1, { name: 'newer here', updatedAt: firstTime + 1e9 });
  await history.save(older);
  await history.save(newer);
  await history.save(makeRecord(2));
  await history.remove([idOf(2)]);
  expect(await restoreArchive(history, archive)).toEqual({ added: 1, updated: 1, kept: 2, damaged: 0 });
  expect((await history.list()).map(({ name }) => name)).toEqual([
    'Kidney 3.png',
    'newer here',
    'Kidney 0.png',
  ]);
});

test('what was removed is not in the archive', async () => {
  const history = await createFilled(3);
  await history.remove([idOf(1)]);
  const there = await createFilled(0);
  expect(await restoreArchive(there, await exportOf(history))).toMatchObject({ added: 2, damaged: 0 });
});

test('a record whose picture cannot be read does not stop the others', async () => {
  const history = await createFilled(3);
  vi.spyOn(history, 'open').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'));
  const { archive, ...exported } = await exportArchive(history, exportOptions);
  expect(exported).toEqual({ count: 2, unreadable: [idOf(2)] });
  expect(await restoreArchive(await createFilled(0), archive)).toMatchObject({ added: 2, damaged: 1 });
});

test('a clip whose pictures the device lost is told, not exported without them', async () => {
  const history = await createFilled(1);
  await history.save(makeClipRecord(1));
  vi.spyOn(history, 'openClip').mockResolvedValue(null);
  expect(await exportArchive(history, exportOptions)).toMatchObject({ count: 1, unreadable: [idOf(1)] });
});

test('files of any type come back; what could become a page comes back as plain bytes', async () => {
  const history = await createFilled(0);
  const types = ['image/webp', 'application/dicom', '', 'text/html', 'image/../x'];
  for (const [index, type] of types.entries()) {
    const record = makeRecord(index);
    await history.save({ ...record, picture: { ...record.picture, type } });
  }
  const there = await createFilled(0);
  expect(await restoreArchive(there, await exportOf(history))).toMatchObject({ added: 5 });
  const pictures = await Promise.all(
    types.map(async (_, index) => (await there.open(idOf(index)))?.picture.type),
  );
  const bytes = 'application/octet-stream';
  expect(pictures).toEqual(['image/webp', 'application/dicom', '', bytes, bytes]);
});

test('an export ends when another tab took the database over', async () => {
  const history = await createFilled(2);
  vi.spyOn(history, 'open').mockRejectedValueOnce(new Failure('storage-outdated'));
  await expect(exportArchive(history, exportOptions)).rejects.toMatchObject({ code: 'storage-outdated' });
});
