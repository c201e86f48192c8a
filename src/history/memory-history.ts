import { createLocalChanges } from './changes.ts';
import type { NewExamination } from './examination.ts';
import type { History } from './history.ts';
import { amendOne, chooseOutcome, type Mark, markOne } from './records.ts';
import { newestFirst, summarise } from './summary.ts';

type Records = Map<string, NewExamination>;

/** A history that ends with the page, for browsers that let nothing be stored. */
export function createMemoryHistory({ now = Date.now }: { readonly now?: () => number } = {}): History {
  const records: Records = new Map();
  const changes = createLocalChanges();
  const put = (record: NewExamination) => {
    records.set(record.examination.id, record);
    changes.publish([record.examination.id]);
  };
  const mark = async (ids: readonly string[], deletedAt: number | null) =>
    changes.publish(markAll(records, ids, { deletedAt, now: now() }));

  return {
    persistent: false,
    save: async (record) => put(record),
    async merge(record) {
      const outcome = chooseOutcome(records.get(record.examination.id)?.examination, record.examination);
      if (outcome !== 'kept') put(record);
      return outcome;
    },
    list: async () => summaries(records).filter(({ deletedAt }) => deletedAt === null),
    listRemoved: async () => summaries(records).filter(({ deletedAt }) => deletedAt !== null),
    count: async () => summaries(records).filter(({ deletedAt }) => deletedAt === null).length,
    open: async (id) => records.get(id) ?? null,
    read: async (ids) => ids.flatMap((id) => records.get(id)?.examination ?? []),
    thumbnail: async (id) => records.get(id)?.thumbnail ?? null,
    openClip: async (id) => records.get(id)?.clip ?? null,
    async amend(id, amendment) {
      const record = records.get(id);
      if (record) put({ ...record, examination: amendOne(record.examination, amendment, now()) });
      return record !== undefined;
    },
    remove: (ids) => mark(ids, now()),
    restoreRemoved: (ids) => mark(ids, null),
    async purge(before) {
      const ids = removedBefore(records, before);
      for (const id of ids) records.delete(id);
      changes.publish(ids);
      return ids.length;
    },
    subscribe: changes.subscribe,
    close: changes.close,
  };
}

function summaries(records: Records) {
  return [...records.values()].map(({ examination }) => summarise(examination)).sort(newestFirst);
}

function markAll(records: Records, ids: readonly string[], change: Mark): readonly string[] {
  const found = ids.flatMap((id) => records.get(id) ?? []);
  for (const record of found) {
    records.set(record.examination.id, { ...record, examination: markOne(record.examination, change) });
  }
  return found.map(({ examination }) => examination.id);
}

function removedBefore(records: Records, before: number): readonly string[] {
  return summaries(records)
    .filter(({ deletedAt }) => deletedAt !== null && deletedAt < before)
    .map(({ id }) => id);
}
