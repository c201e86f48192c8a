import { deleteDB, openDB, unwrap } from 'idb';
import { expect, test, vi } from 'vitest';
import { openHistoryDatabase, writeAtomically } from '../../src/history/database.ts';
import { openHistory } from '../../src/history/open-history.ts';
import { type UpgradeStep, upgradeSteps } from '../../src/history/schema.ts';
import { summarise } from '../../src/history/summary.ts';
import { idOf, makeExamination, makeRecord } from '../unit/history/make-examination.ts';
import { closeAll, closing, createTab, readRawKeys, tab, withoutThumbnail } from './history-tabs.ts';

test('a save that the browser aborts leaves nothing half-written and says that the disk is full', async () => {
  const history = await createTab();
  await history.save(makeRecord(0));
  const database = await openHistoryDatabase({ name: tab.name });
  closing(database);
  const aborted = database.use((open) =>
    writeAtomically(open, async (transaction) => {
      await transaction.objectStore('summaries').put(summarise(makeExamination(1)));
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    }),
  );
  await expect(aborted).rejects.toMatchObject({ name: 'Failure', code: 'storage-full' });
  expect(await readRawKeys()).toEqual([[], ...Array.from({ length: 4 }, () => [idOf(0)])]);
});

test('a save whose last part cannot be written leaves nothing of its first parts', async () => {
  const history = await createTab();
  const record = makeRecord(0);
  const unclonable = Object.assign(record.thumbnail, { type: () => 'not data' });
  await expect(history.save({ ...record, thumbnail: unclonable })).rejects.toMatchObject({
    code: 'unexpected',
  });
  expect(await readRawKeys()).toEqual([[], [], [], [], []]);
  await history.save(makeRecord(1));
  expect(await history.count()).toBe(1);
});

test('a newer tab upgrades past an open one, keeps every record, and the older one asks for a reload', async () => {
  const old = await createTab();
  const records = Array.from({ length: 25 }, (_, index) => makeRecord(index));
  for (const record of records) await old.save(record);
  const addLaterField: UpgradeStep = async (_database, transaction) => {
    const store = transaction.objectStore('examinations');
    for (const examination of await store.getAll()) {
      await store.put({ ...examination, name: `${examination.name} v2` });
    }
  };
  const newer = await createTab({ steps: [...upgradeSteps, addLaterField] });
  expect(await newer.count()).toBe(25);
  for (const record of records) {
    const { id, name: oldName } = record.examination;
    const expected = {
      examination: { ...record.examination, name: `${oldName} v2` },
      picture: record.picture,
    };
    expect(await newer.open(id)).toEqual(expected);
    expect(await newer.thumbnail(id)).toEqual(record.thumbnail);
  }
  for (const call of [old.list(), old.save(makeRecord(30)), old.count()]) {
    await expect(call).rejects.toMatchObject({ code: 'storage-outdated' });
  }
  await expect(createTab()).rejects.toMatchObject({ code: 'storage-outdated' });
});

test('a tablet that is several versions behind runs every step it lacks, in order, and no other', async () => {
  const ran: number[] = [];
  const recording =
    (after: number): UpgradeStep =>
    async (_database, transaction) => {
      await transaction.objectStore('summaries').count();
      ran.push(after);
    };
  const steps = [...upgradeSteps, recording(1), recording(2), recording(3)];
  await createTab({ steps: steps.slice(0, -2) });
  expect(ran.splice(0)).toEqual([1]);
  await createTab({ steps });
  expect(ran).toEqual([2, 3]);
});

test('an upgrade that fails leaves the old version and all its records', async () => {
  const history = await createTab();
  await history.save(makeRecord(0));
  history.close();
  const breaks: UpgradeStep = async (_database, transaction) => {
    await transaction.objectStore('pictures').clear();
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  await expect(createTab({ steps: [...upgradeSteps, breaks] })).rejects.toMatchObject({
    code: 'storage-full',
  });
  expect(await (await createTab()).open(idOf(0))).toEqual(withoutThumbnail(makeRecord(0)));
});

test('a tab that does not give way is waited for, then the user is told; the database stays whole', async () => {
  await (await createTab()).save(makeRecord(0));
  closeAll();
  const stubborn = await openDB(tab.name, upgradeSteps.length);
  const steps = [...upgradeSteps, () => undefined];
  await expect(createTab({ steps, patienceMs: 50 })).rejects.toMatchObject({ code: 'storage-outdated' });
  stubborn.close();
  expect(await (await createTab({ steps })).count()).toBe(1);
});

test('a tab that gives way late is waited for', async () => {
  await createTab();
  closeAll();
  const slow = await openDB(tab.name, upgradeSteps.length);
  const opening = createTab({ steps: [...upgradeSteps, () => undefined] });
  setTimeout(() => slow.close(), 100);
  expect(await (await opening).count()).toBe(0);
});

test('a connection that the browser broke opens again', async () => {
  const database = await openHistoryDatabase({ name: tab.name });
  closing(database);
  const read = () => database.use((open) => open.getAllKeys('summaries'));
  // As Chromium does when site data are cleared: it closes, and sends the event a moment later.
  await database.use(async (open) => {
    unwrap(open).close();
  });
  expect(await read()).toEqual([]);
  await database.use(async (open) => {
    unwrap(open).close();
    unwrap(open).dispatchEvent(new Event('close'));
  });
  expect(await read()).toEqual([]);
});

test('a database deleted by another tab is made anew at the next call', async () => {
  const history = await createTab();
  await history.save(makeRecord(0));
  await deleteDB(tab.name);
  expect(await history.list()).toEqual([]);
  await history.save(makeRecord(1));
  expect(await history.count()).toBe(1);
});

test.each([
  ['SecurityError', 'storage-blocked'],
  ['InvalidStateError', 'storage-blocked'],
  ['UnknownError', 'storage-blocked'],
  ['QuotaExceededError', 'storage-full'],
])('where opening fails with %s the app works on in memory and says why', async (error, code) => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Refused.', error);
  });
  const { history, failure } = await openHistory({ name: tab.name });
  open.mockRestore();
  expect(failure).toMatchObject({ code });
  expect(history.persistent).toBe(false);
  await history.save(makeRecord(0));
  expect(await history.count()).toBe(1);
});

test('a sandboxed frame, which may store nothing, is what a blocked storage looks like', async () => {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.srcdoc = `<script>try { indexedDB.open('x') } catch (e) { parent.postMessage(e.name, '*') }</script>`;
  const message = new Promise<MessageEvent>((resolve) =>
    addEventListener('message', resolve, { once: true }),
  );
  document.body.append(frame);
  expect((await message).data).toBe('SecurityError');
  frame.remove();
});

test('where storage works the history lasts and nothing is said', async () => {
  const { history, failure } = await openHistory({ name: tab.name });
  closing(history);
  expect(failure).toBeNull();
  expect(history.persistent).toBe(true);
});
