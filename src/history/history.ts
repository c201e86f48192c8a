import type { Amendment } from './additions.ts';
import { type ChangeListener, createSharedChanges } from './changes.ts';
import { type DatabaseOptions, historyDatabaseName, openHistoryDatabase } from './database.ts';
import type {
  Examination,
  NewExamination,
  OpenedExamination,
  StoredClip,
  StoredPicture,
} from './examination.ts';
import type { MergeOutcome } from './records.ts';
import * as records from './records.ts';
import type { Summary } from './summary.ts';

/**
 * Every analysis on this device. All calls may reject with a Failure: `storage-full` (nothing half-written),
 * `storage-blocked`, or `storage-outdated` (another tab runs a newer version: reload).
 */
export interface History {
  /** False when the browser lets nothing be stored: what is saved ends with the page. */
  readonly persistent: boolean;
  /** Keeps a record with its picture and thumbnail; saving the same id again replaces it. */
  save(record: NewExamination): Promise<void>;
  /** Keeps a record unless the one here with the same id is as new or newer. */
  merge(record: NewExamination): Promise<MergeOutcome>;
  /** All records that are not removed, newest first. */
  list(): Promise<readonly Summary[]>;
  /** Removed records that can still be brought back, newest first. */
  listRemoved(): Promise<readonly Summary[]>;
  /** How many records there are, without the removed. */
  count(): Promise<number>;
  /** A record, removed or not, with its picture; null when there is none. */
  open(id: string): Promise<OpenedExamination | null>;
  /** The records of these ids, in this order, without pictures; what is missing is left out. */
  read(ids: readonly string[]): Promise<readonly Examination[]>;
  thumbnail(id: string): Promise<StoredPicture | null>;
  /** A record's moving picture; null when it has none. */
  openClip(id: string): Promise<StoredClip | null>;
  /** Changes what people added to a record, in one transaction; false when the record is not here. */
  amend(id: string, amendment: Amendment): Promise<boolean>;
  /** Takes records off the list; `restoreRemoved` undoes it until they are purged. */
  remove(ids: readonly string[]): Promise<void>;
  restoreRemoved(ids: readonly string[]): Promise<void>;
  /** Deletes for good what was removed before this time (milliseconds since 1970); returns how many. */
  purge(before: number): Promise<number>;
  /** Calls `listener` after every change, in this tab or another; returns the function that ends it. */
  subscribe(listener: ChangeListener): () => void;
  close(): void;
}

/** A clock for `updatedAt` and `deletedAt`, and the database that tests use. */
export interface HistoryOptions extends DatabaseOptions {
  readonly now?: () => number;
}

/**
 * Opens the history that lies in IndexedDB.
 * @throws Failure as `openHistoryDatabase`
 */
export async function createHistory(options: HistoryOptions = {}): Promise<History> {
  const database = await openHistoryDatabase(options);
  const changes = createSharedChanges(options.name ?? historyDatabaseName);
  const now = options.now ?? Date.now;
  const mark = async (ids: readonly string[], deletedAt: number | null) =>
    changes.publish(await database.use((open) => records.mark(open, ids, { deletedAt, now: now() })));

  return {
    persistent: true,
    async save(record) {
      await database.use((open) => records.save(open, record));
      changes.publish([record.examination.id]);
    },
    async merge(record) {
      const outcome = await database.use((open) => records.merge(open, record));
      if (outcome !== 'kept') changes.publish([record.examination.id]);
      return outcome;
    },
    list: () => database.use(records.list),
    listRemoved: () => database.use(records.listRemoved),
    count: () => database.use(records.count),
    open: (id) => database.use((open) => records.open(open, id)),
    read: (ids) => database.use((open) => records.read(open, ids)),
    thumbnail: (id) => database.use((open) => records.thumbnail(open, id)),
    openClip: (id) => database.use((open) => records.openClip(open, id)),
    async amend(id, amendment) {
      const isHere = await database.use((open) => records.amend(open, id, { amendment, now: now() }));
      if (isHere) changes.publish([id]);
      return isHere;
    },
    remove: (ids) => mark(ids, now()),
    restoreRemoved: (ids) => mark(ids, null),
    async purge(before) {
      const ids = await database.use((open) => records.purge(open, before));
      changes.publish(ids);
      return ids.length;
    },
    subscribe: changes.subscribe,
    close() {
      changes.close();
      database.close();
    },
  };
}
