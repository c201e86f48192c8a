import { exportArchive } from '../../../src/history/export-archive.ts';
import type { History } from '../../../src/history/history.ts';
import { createMemoryHistory } from '../../../src/history/memory-history.ts';
import { firstTime, makeRecord } from './make-examination.ts';

/** Who exports, at a time that is the same in every run. */
export const exportOptions = { appVersion: '0.1.0', now: () => firstTime };

/** A history in memory with the first so many examinations. */
export async function createFilled(count: number): Promise<History> {
  const history = createMemoryHistory();
  for (let index = 0; index < count; index++) await history.save(makeRecord(index));
  return history;
}

export async function exportOf(history: History): Promise<Blob> {
  return (await exportArchive(history, exportOptions)).archive;
}

/** Everything in a history, to compare by. */
export async function readAll(history: History) {
  const ids = (await history.list()).map(({ id }) => id);
  return Promise.all(
    ids.map(async (id) => ({
      ...(await history.open(id)),
      thumbnail: await history.thumbnail(id),
      clip: await history.openClip(id),
    })),
  );
}
