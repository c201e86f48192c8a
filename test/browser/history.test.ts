import { expect, test, vi } from 'vitest';
import type { History } from '../../src/history/history.ts';
import { createMemoryHistory } from '../../src/history/memory-history.ts';
import { summarise } from '../../src/history/summary.ts';
import { firstTime, idOf, makeRecord } from '../unit/history/make-examination.ts';
import { closeAll, createTab, now, tab, withoutThumbnail } from './history-tabs.ts';

async function createMemoryTab(): Promise<History> {
  return createMemoryHistory({ now });
}

test.each([
  ['on the device', createTab],
  ['in memory', createMemoryTab],
])('a history %s keeps, lists, opens, removes, brings back and purges', async (_place, create) => {
  const history = await create();
  const [first, second, third] = [makeRecord(0), makeRecord(1), makeRecord(2)];
  for (const record of [second, first, third]) await history.save(record);

  const all = [third, second, first].map(({ examination }) => summarise(examination));
  expect(await history.list()).toEqual(all);
  expect(await history.count()).toBe(3);
  expect(await history.open(idOf(1))).toMatchObject(withoutThumbnail(second));
  expect(await history.open(idOf(9))).toBeNull();
  expect(await history.thumbnail(idOf(1))).toEqual(second.thumbnail);
  expect(await history.thumbnail(idOf(9))).toBeNull();
  expect(await history.read([idOf(2), idOf(9), idOf(0)])).toEqual([third.examination, first.examination]);

  const removedAt = tab.clock;
  await history.remove([idOf(0), idOf(1), idOf(9)]);
  expect(await history.list()).toEqual([summarise(third.examination)]);
  expect((await history.listRemoved()).map(({ id }) => id)).toEqual([idOf(1), idOf(0)]);
  expect(await history.count()).toBe(1);
  const removed = (await history.open(idOf(1)))?.examination;
  expect(removed).toMatchObject({ deletedAt: removedAt, name: 'Kidney 1.png' });
  expect(removed?.updatedAt).toBeGreaterThanOrEqual(removedAt);

  await history.restoreRemoved([idOf(0)]);
  expect((await history.list()).map(({ id }) => id)).toEqual([idOf(2), idOf(0)]);
  expect((await history.open(idOf(0)))?.examination).toMatchObject({ deletedAt: null });

  expect(await history.purge(removedAt)).toBe(0);
  expect(await history.purge(removedAt + 1)).toBe(1);
  expect(await history.open(idOf(1))).toBeNull();
  expect(await history.thumbnail(idOf(1))).toBeNull();
  expect(await history.count()).toBe(2);
});

test.each([
  ['on the device', createTab],
  ['in memory', createMemoryTab],
])('a history %s keeps what people add, one amendment after the other', async (_place, create) => {
  const history = await create();
  const record = makeRecord(0);
  await history.save(record);
  const heard: (readonly string[])[] = [];
  history.subscribe((ids) => heard.push(ids));

  await Promise.all([
    history.amend(idOf(0), (before) => ({ ...before, patient: { ageYears: 40 } })),
    history.amend(idOf(0), (before) => ({ ...before, partner: idOf(1) })),
  ]);
  expect(await history.amend(idOf(9), (before) => before)).toBe(false);

  const amended = (await history.open(idOf(0)))?.examination;
  expect(amended).toMatchObject({
    analysis: record.examination.analysis,
    additions: { patient: { ageYears: 40 }, partner: idOf(1) },
  });
  expect(amended?.updatedAt).toBeGreaterThan(record.examination.updatedAt);
  expect(heard).toEqual([[idOf(0)], [idOf(0)]]);
});

test.each([
  ['on the device', createTab],
  ['in memory', createMemoryTab],
])('merging into a history %s never overwrites what is as new', async (_place, create) => {
  const history = await create();
  const mine = makeRecord(0, { name: 'mine', updatedAt: firstTime + 10 });
  expect(await history.merge(mine)).toBe('added');
  for (const updatedAt of [firstTime + 9, firstTime + 10]) {
    expect(await history.merge(makeRecord(0, { name: 'theirs', updatedAt }))).toBe('kept');
  }
  expect(await history.open(idOf(0))).toMatchObject({ examination: mine.examination });
  expect(await history.merge(makeRecord(0, { name: 'newer', updatedAt: firstTime + 11 }))).toBe('updated');
  expect(await history.list()).toMatchObject([{ name: 'newer' }]);

  await history.remove([idOf(0)]);
  expect(await history.merge(makeRecord(0, { updatedAt: firstTime + 12 }))).toBe('kept');
  expect(await history.list()).toEqual([]);
});

test('a change is newer than the record even when the clock was set back', async () => {
  const history = await createTab({ now: () => 5 });
  await history.save(makeRecord(0));
  await history.remove([idOf(0)]);
  expect(await history.listRemoved()).toMatchObject([{ deletedAt: 5, updatedAt: firstTime + 1 }]);
});

test('what was saved is there in the next session, arrays and all', async () => {
  const record = makeRecord(0);
  await (await createTab()).save(record);
  closeAll();
  expect(await (await createTab()).open(idOf(0))).toEqual(withoutThumbnail(record));
});

test('a second tab sees a save at once, and the other way round', async () => {
  const [one, other] = [await createTab(), await createTab()];
  const [heardHere, heardThere] = [vi.fn(), vi.fn()];
  one.subscribe(heardHere);
  const stop = other.subscribe(heardThere);
  await one.save(makeRecord(0));
  expect(heardHere).toHaveBeenCalledExactlyOnceWith([idOf(0)]);
  await vi.waitFor(() => expect(heardThere).toHaveBeenCalledExactlyOnceWith([idOf(0)]));
  expect(await other.count()).toBe(1);

  stop();
  await other.remove([idOf(0), idOf(7)]);
  await vi.waitFor(() => expect(heardHere).toHaveBeenCalledTimes(2));
  expect(heardHere).toHaveBeenLastCalledWith([idOf(0)]);
  expect(heardThere).toHaveBeenCalledTimes(1);
});

test('nonsense on the channel is not passed on', async () => {
  const history = await createTab();
  const heard = vi.fn();
  history.subscribe(heard);
  const channel = new BroadcastChannel(tab.name);
  channel.postMessage({ kind: 'from another version' });
  channel.postMessage([7]);
  channel.postMessage([idOf(1)]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(heard.mock.calls).toEqual([[[idOf(1)]]]);
  channel.close();
});

test('two tabs that write the same record at once leave one whole record', async () => {
  const [one, other] = [await createTab(), await createTab()];
  const records = Array.from({ length: 20 }, (_, index) =>
    makeRecord(0, { name: `${index}`, updatedAt: index }),
  );
  await Promise.all(records.map((record, index) => (index % 2 ? one : other).merge(record)));
  expect((await one.open(idOf(0)))?.examination.name).toBe('19');
  expect(await one.list()).toMatchObject([{ name: '19', updatedAt: 19 }]);
});
