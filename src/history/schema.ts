import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Examination, StoredClip, StoredPicture } from './examination.ts';
import type { UpgradeStepOf } from './open-connection.ts';
import type { Summary } from './summary.ts';

/** What lies in the history database. Every id has one row in each store but `clips`, which has rows for clips only. */
export interface HistorySchema extends DBSchema {
  /** Small rows for the list. */
  summaries: { key: string; value: Summary; indexes: { 'by-deletion': number } };
  examinations: { key: string; value: Examination };
  pictures: { key: string; value: StoredPicture };
  thumbnails: { key: string; value: StoredPicture };
  clips: { key: string; value: StoredClip };
}

type Stores = StoreNames<HistorySchema>[];

/** An open connection. */
export type Database = IDBPDatabase<HistorySchema>;

/** One transaction that writes to all stores. */
export type WriteTransaction = IDBPTransaction<HistorySchema, Stores, 'readwrite'>;

/** Takes the database from version n − 1 to n and keeps every record; may wait only for its own requests. */
export type UpgradeStep = UpgradeStepOf<HistorySchema>;

/** All stores, for transactions that must write everything or nothing. */
export const storeNames = [
  'summaries',
  'examinations',
  'pictures',
  'thumbnails',
  'clips',
] as const satisfies Stores;

/** Step n − 1 leads to version n. Steps are added at the end and never changed: old tablets run them all. */
export const upgradeSteps: readonly UpgradeStep[] = [createStores, createClips];

function createStores(database: Database): void {
  const summaries = database.createObjectStore('summaries', { keyPath: 'id' });
  // Null is no key: the index holds only deleted records, so counting and purging read nothing else.
  summaries.createIndex('by-deletion', 'deletedAt');
  database.createObjectStore('examinations', { keyPath: 'id' });
  database.createObjectStore('pictures');
  database.createObjectStore('thumbnails');
}

function createClips(database: Database): void {
  database.createObjectStore('clips');
}
