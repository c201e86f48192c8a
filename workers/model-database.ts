import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { ModelIdentity } from '../src/analysis.ts';
import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { PackageFiles } from './model-package.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** One version of a model, without its files. */
export interface ModelVersion {
  readonly identity: ModelIdentity;
  readonly card: Card;
  readonly installedAt: number;
  readonly origin: 'shipped' | 'imported';
}

/** What is kept of one model: the version in use and the one before it. */
export interface ModelRecord {
  readonly name: string;
  readonly current: ModelVersion;
  readonly previous: ModelVersion | null;
  /** The newest shipped version ever installed: a person who went back from it is not updated to it again. */
  readonly shippedVersion: string | null;
}

interface ModelSchema extends DBSchema {
  models: { key: string; value: ModelRecord };
  /** Key: see `keyOf`. */
  files: { key: string; value: PackageFiles };
  settings: { key: 'active'; value: string };
}

/** The models' own database, apart from history: nothing that fails here can touch an examination. */
export type ModelDatabase = IDBPDatabase<ModelSchema>;

/** How long the database may take to open: Safari has versions in which it never does. */
const openLimit = 5_000;

/** The key of one version's files. */
export function keyOf({ name, version, sha256 }: ModelIdentity): string {
  return `${name}@${version}+${sha256}`;
}

/**
 * Opens the database `kidney-coach-models`.
 * @throws Failure `storage-blocked` when the browser forbids it, another tab holds an older one, or it hangs.
 */
export async function openModelDatabase(onClosed: () => void): Promise<ModelDatabase> {
  try {
    return await withTimeLimit(open(onClosed), openLimit, 'opening the model database');
  } catch (thrown) {
    throw new Failure('storage-blocked', String(thrown));
  }
}

function open(onClosed: () => void): Promise<ModelDatabase> {
  return new Promise((resolve, reject) => {
    openDB<ModelSchema>('kidney-coach-models', 1, {
      upgrade(database) {
        database.createObjectStore('models', { keyPath: 'name' });
        database.createObjectStore('files');
        database.createObjectStore('settings');
      },
      blocked: () => reject(new Failure('storage-blocked', 'another tab holds an older version')),
      // A newer app in another tab wants to upgrade: let it, and go on from memory.
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed();
      },
      terminated: onClosed,
    }).then(resolve, reject);
  });
}

/** Writes a record and the files of its current version, or neither. */
export async function storeModel(
  database: ModelDatabase,
  record: ModelRecord,
  files: PackageFiles,
): Promise<void> {
  const transaction = database.transaction(['models', 'files'], 'readwrite');
  await Promise.all([
    transaction.objectStore('models').put(record),
    transaction.objectStore('files').put(files, keyOf(record.current.identity)),
    sweep(transaction),
    transaction.done,
  ]);
}

/** Deletes a record and its files. */
export async function deleteModel(database: ModelDatabase, name: string): Promise<void> {
  const transaction = database.transaction(['models', 'files'], 'readwrite');
  await Promise.all([transaction.objectStore('models').delete(name), sweep(transaction), transaction.done]);
}

/** The keys of every version that some record names. */
export function keysInUse(records: readonly ModelRecord[]): Set<string> {
  const versions = records.flatMap(({ current, previous }) => [current, previous]);
  return new Set(versions.flatMap((version) => (version === null ? [] : [keyOf(version.identity)])));
}

type Change = IDBPTransaction<ModelSchema, ('models' | 'files')[], 'readwrite'>;

/** Deletes files that no record names; asks the database, for another tab may have installed models too. */
async function sweep(transaction: Change): Promise<void> {
  const files = transaction.objectStore('files');
  const kept = keysInUse(await transaction.objectStore('models').getAll());
  const stale = (await files.getAllKeys()).filter((key) => !kept.has(key));
  await Promise.all(stale.map((key) => files.delete(key)));
}
