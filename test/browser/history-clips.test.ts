import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { History } from '../../src/history/history.ts';
import { createMemoryHistory } from '../../src/history/memory-history.ts';
import { summarise } from '../../src/history/summary.ts';
import { idOf, makeClipRecord, makeRecord } from '../unit/history/make-examination.ts';
import { createTab, now, readRawKeys, tab, withoutThumbnail } from './history-tabs.ts';

async function createMemoryTab(): Promise<History> {
  return createMemoryHistory({ now });
}

test.each([
  ['on the device', createTab],
  ['in memory', createMemoryTab],
])(
  'a history %s keeps a clip with its record, lists how long it lasts, and purges both',
  async (_place, create) => {
    const history = await create();
    const record = makeClipRecord(0);
    await history.save(record);
    await history.save(makeRecord(1));
    expect(await history.openClip(idOf(0))).toEqual(record.clip);
    expect(await history.openClip(idOf(1))).toBeNull();
    expect((await history.open(idOf(0)))?.examination).toEqual(record.examination);
    const [picture, clip] = await history.list();
    expect(clip).toMatchObject({ id: idOf(0), clipMs: 1000 });
    expect(picture).not.toHaveProperty('clipMs');

    await history.remove([idOf(0)]);
    expect(await history.listRemoved()).toMatchObject([{ clipMs: 1000 }]);
    await history.purge(Number.MAX_SAFE_INTEGER);
    expect(await history.openClip(idOf(0))).toBeNull();
    expect(await history.count()).toBe(1);
  },
);

test('a purged clip leaves nothing in any store', async () => {
  const history = await createTab();
  await history.save(makeClipRecord(0));
  expect(await readRawKeys()).toEqual(Array.from({ length: 5 }, () => [idOf(0)]));
  await history.remove([idOf(0)]);
  await history.purge(Number.MAX_SAFE_INTEGER);
  expect(await readRawKeys()).toEqual([[], [], [], [], []]);
});

test('a record that is saved again without its clip loses the old one', async () => {
  const history = await createTab();
  await history.save(makeClipRecord(0));
  await history.save(makeRecord(0));
  expect(await history.openClip(idOf(0))).toBeNull();
});

test('the first version of the database, with records inside, keeps them all and takes clips', async () => {
  const records = Array.from({ length: 12 }, (_, index) => makeRecord(index));
  await writeFirstVersion(records);
  const history = await createTab();
  expect(await history.list()).toEqual(records.map(({ examination }) => summarise(examination)).toReversed());
  for (const record of records) {
    const { id } = record.examination;
    expect(await history.open(id)).toEqual(withoutThumbnail(record));
    expect(await history.thumbnail(id)).toEqual(record.thumbnail);
    expect(await history.openClip(id)).toBeNull();
  }
  await history.save(makeClipRecord(20));
  await history.remove([idOf(0)]);
  await history.purge(Number.MAX_SAFE_INTEGER);
  expect(await history.count()).toBe(12);
  expect(await history.openClip(idOf(20))).toEqual(makeClipRecord(20).clip);
});

/** What version 0.2.0 of the app left on a tablet, written past our own code. */
async function writeFirstVersion(records: readonly ReturnType<typeof makeRecord>[]): Promise<void> {
  const database = await openDB(tab.name, 1, {
    upgrade(created) {
      const summaries = created.createObjectStore('summaries', { keyPath: 'id' });
      summaries.createIndex('by-deletion', 'deletedAt');
      created.createObjectStore('examinations', { keyPath: 'id' });
      created.createObjectStore('pictures');
      created.createObjectStore('thumbnails');
    },
  });
  for (const { examination, picture, thumbnail } of records) {
    const { id, analysedAt, updatedAt, deletedAt, origin, name, verdict } = examination;
    await database.put('summaries', { id, analysedAt, updatedAt, deletedAt, origin, name, verdict });
    await database.put('examinations', examination);
    await database.put('pictures', picture, id);
    await database.put('thumbnails', thumbnail, id);
  }
  database.close();
}
