import type { Amendment } from './additions.ts';
import { writeAtomically } from './database.ts';
import type {
  Examination,
  NewExamination,
  OpenedExamination,
  StoredClip,
  StoredPicture,
} from './examination.ts';
import { type Database, storeNames, type WriteTransaction } from './schema.ts';
import { newestFirst, type Summary, summarise } from './summary.ts';

/** What became of a record that was restored from an archive. */
export type MergeOutcome = 'added' | 'updated' | 'kept';

/** When records were removed (null: brought back), and the time of the change itself. */
export interface Mark {
  readonly deletedAt: number | null;
  readonly now: number;
}

/** Writes a whole record, or nothing of it. */
export function save(database: Database, record: NewExamination): Promise<void> {
  return writeAtomically(database, (transaction) => put(transaction, record));
}

/** Writes a record unless the one that is here is as new; looking and writing are one transaction. */
export function merge(database: Database, record: NewExamination): Promise<MergeOutcome> {
  return writeAtomically(database, async (transaction) => {
    const present = await transaction.objectStore('summaries').get(record.examination.id);
    const outcome = chooseOutcome(present, record.examination);
    if (outcome !== 'kept') await put(transaction, record);
    return outcome;
  });
}

/** The later change wins; on a tie what is here stays, and a removed record counts by its removal. */
export function chooseOutcome(present: Summary | undefined, incoming: Examination): MergeOutcome {
  if (present === undefined) return 'added';
  return incoming.updatedAt > present.updatedAt ? 'updated' : 'kept';
}

/** All records that are not removed, newest first. */
export async function list(database: Database): Promise<readonly Summary[]> {
  const all = await database.getAll('summaries');
  return all.filter(({ deletedAt }) => deletedAt === null).sort(newestFirst);
}

/** A lower end, always: WebKit's in-memory IndexedDB finds rows whose key is null in ranges without one. */
const anyDeletion = () => IDBKeyRange.lowerBound(0);

/** The removed records, newest first. */
export async function listRemoved(database: Database): Promise<readonly Summary[]> {
  return (await database.getAllFromIndex('summaries', 'by-deletion', anyDeletion())).sort(newestFirst);
}

/** How many records are not removed. */
export async function count(database: Database): Promise<number> {
  const { store } = database.transaction('summaries');
  const [all, removed] = await Promise.all([store.count(), store.index('by-deletion').count(anyDeletion())]);
  return all - removed;
}

/** A record with its picture, or null. */
export async function open(database: Database, id: string): Promise<OpenedExamination | null> {
  const transaction = database.transaction(['examinations', 'pictures']);
  const [examination, picture] = await Promise.all([
    transaction.objectStore('examinations').get(id),
    transaction.objectStore('pictures').get(id),
  ]);
  return examination && picture ? { examination, picture } : null;
}

/** Records without their pictures, in the order of `ids`. */
export async function read(database: Database, ids: readonly string[]): Promise<readonly Examination[]> {
  const { store } = database.transaction('examinations');
  const found = await Promise.all(ids.map((id) => store.get(id)));
  return found.filter((examination) => examination !== undefined);
}

/** A record's thumbnail, or null. */
export async function thumbnail(database: Database, id: string): Promise<StoredPicture | null> {
  return (await database.get('thumbnails', id)) ?? null;
}

/** A record's moving picture, or null. */
export async function openClip(database: Database, id: string): Promise<StoredClip | null> {
  return (await database.get('clips', id)) ?? null;
}

/** Removes records or brings them back; returns the ids that were found. */
export function mark(database: Database, ids: readonly string[], change: Mark): Promise<readonly string[]> {
  return writeAtomically(database, async (transaction) => {
    const store = transaction.objectStore('examinations');
    const found = await Promise.all(ids.map((id) => store.get(id)));
    const marked = found.filter((record) => record !== undefined).map((record) => markOne(record, change));
    await Promise.all(marked.flatMap((record) => putRows(transaction, record)));
    return marked.map(({ id }) => id);
  });
}

/** The record after the change, always newer than before, even when the clock was set back. */
export function markOne(examination: Examination, { deletedAt, now }: Mark): Examination {
  return { ...examination, deletedAt, updatedAt: Math.max(now, examination.updatedAt + 1) };
}

/** Changes what people added to a record; resolves to whether the record is here. */
export function amend(
  database: Database,
  id: string,
  { amendment, now }: { readonly amendment: Amendment; readonly now: number },
): Promise<boolean> {
  return writeAtomically(database, async (transaction) => {
    const record = await transaction.objectStore('examinations').get(id);
    if (record === undefined) return false;
    await Promise.all(putRows(transaction, amendOne(record, amendment, now)));
    return true;
  });
}

/** The record with its additions changed, always newer than before. */
export function amendOne(examination: Examination, amendment: Amendment, now: number): Examination {
  const additions = amendment(examination.additions ?? {});
  return { ...examination, additions, updatedAt: Math.max(now, examination.updatedAt + 1) };
}

/** Deletes from all stores what was removed before this time; returns the ids. */
export function purge(database: Database, before: number): Promise<readonly string[]> {
  return writeAtomically(database, async (transaction) => {
    const index = transaction.objectStore('summaries').index('by-deletion');
    const removed = await index.getAll(IDBKeyRange.bound(0, before, false, true));
    // Deleting for good is worth a second look at the record itself.
    const ids = removed
      .filter(({ deletedAt }) => deletedAt !== null && deletedAt < before)
      .map(({ id }) => id);
    await Promise.all(
      ids.flatMap((id) => storeNames.map((name) => transaction.objectStore(name).delete(id))),
    );
    return ids;
  });
}

async function put(transaction: WriteTransaction, record: NewExamination): Promise<void> {
  const { id } = record.examination;
  // The largest first, one after the other: a part that is refused leaves no other request waiting.
  const clips = transaction.objectStore('clips');
  if (record.clip) await clips.put(record.clip, id);
  else await clips.delete(id);
  await transaction.objectStore('pictures').put(record.picture, id);
  await transaction.objectStore('thumbnails').put(record.thumbnail, id);
  await Promise.all(putRows(transaction, record.examination));
}

function putRows(transaction: WriteTransaction, examination: Examination): Promise<string>[] {
  return [
    transaction.objectStore('summaries').put(summarise(examination)),
    transaction.objectStore('examinations').put(examination),
  ];
}
