import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { type ConnectionOptions, openConnection } from './open-connection.ts';
import { isConnectionClosed, toStorageFailure } from './storage-failure.ts';

/** A connection that opens itself again when the browser breaks it, and stands back for newer tabs. */
export interface SelfHealingDatabase<S extends DBSchema> {
  /**
   * Runs `work`, which must make exactly one transaction (it may be run again on a fresh connection).
   * @throws Failure `storage-full`, `storage-blocked`, or `storage-outdated` after another tab upgraded
   */
  use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Opens a database, creating or upgrading it.
 * @throws Failure `storage-blocked` (private window, damaged files), `storage-outdated` (a newer app version
 *   wrote it, or another tab holds an older one open), `storage-full`
 */
export async function openSelfHealing<S extends DBSchema>(
  options: Omit<ConnectionOptions<S>, 'onClose'>,
): Promise<SelfHealingDatabase<S>> {
  const database = new Reopening<S>(options);
  await database.use(async () => undefined);
  return database;
}

class Reopening<S extends DBSchema> implements SelfHealingDatabase<S> {
  #opening: Promise<IDBPDatabase<S>> | null = null;
  #open: IDBPDatabase<S> | null = null;

  constructor(private readonly options: Omit<ConnectionOptions<S>, 'onClose'>) {}

  async use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#connect());
    } catch (thrown) {
      if (!isConnectionClosed(thrown) || this.#open === null) throw toStorageFailure(thrown);
    }
    // The browser closed the connection a moment before its event came; nothing of `work` was started.
    this.close();
    return this.#connect().then(work).catch(rethrowAsFailure);
  }

  close(): void {
    this.#open?.close();
    this.#open = null;
    this.#opening = null;
  }

  async #connect(): Promise<IDBPDatabase<S>> {
    this.#opening ??= this.#start();
    return this.#opening;
  }

  async #start(): Promise<IDBPDatabase<S>> {
    try {
      // Opening again tells what happened: an upgrade gives a VersionError, a deletion a new database.
      this.#open = await openConnection<S>({ ...this.options, onClose: () => this.close() });
      return this.#open;
    } catch (thrown) {
      this.#opening = null;
      throw thrown;
    }
  }
}

function rethrowAsFailure(thrown: unknown): never {
  throw toStorageFailure(thrown);
}

/** Runs `work` in one transaction that may write: either all of its writes are kept, or none. */
export async function runAtomically<S extends DBSchema, Stores extends StoreNames<S>[], T>(
  transaction: IDBPTransaction<S, Stores, 'readwrite'>,
  work: (transaction: IDBPTransaction<S, Stores, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const ended = transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (thrown) {
    abort(transaction);
    await ended;
    // A full disk shows in the transaction; its requests say only that they were aborted.
    throw transaction.error ?? thrown;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, which is what was wanted.
  }
}
