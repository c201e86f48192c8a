import { deleteDB, openDB } from 'idb';
import { afterEach } from 'vitest';
import type { NewExamination, OpenedExamination } from '../../src/history/examination.ts';
import { createHistory, type History, type HistoryOptions } from '../../src/history/history.ts';
import { firstTime } from '../unit/history/make-examination.ts';

/** A database of its own for each test, and a clock that goes on by one each time it is read. */
export const tab = { name: freshName(), clock: firstTime + 1e9 };
export const now = () => tab.clock++;

const opened: { close(): void }[] = [];

afterEach(async () => {
  closeAll();
  await deleteDB(tab.name);
  tab.name = freshName();
});

function freshName(): string {
  return `test-history-${crypto.randomUUID()}`;
}

/** Closes it when the test ends, however it ends. */
export function closing<T extends { close(): void }>(one: T): T {
  opened.push(one);
  return one;
}

/** Ends the session: every tab is closed. */
export function closeAll(): void {
  for (const one of opened.splice(0)) one.close();
}

/** Another tab of the app, on the same database. */
export async function createTab(options: HistoryOptions = {}): Promise<History> {
  return closing(await createHistory({ name: tab.name, now, ...options }));
}

/** What `open` must give for a saved record. */
export function withoutThumbnail({ examination, picture }: NewExamination): OpenedExamination {
  return { examination, picture };
}

/** The ids in all stores, past our own code. */
export async function readRawKeys(): Promise<IDBValidKey[][]> {
  const database = await openDB(tab.name);
  const keys = await Promise.all([...database.objectStoreNames].map((store) => database.getAllKeys(store)));
  database.close();
  return keys;
}
