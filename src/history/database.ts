import { openConnection } from './open-connection.ts';
import {
  type Database,
  storeNames,
  type UpgradeStep,
  upgradeSteps,
  type WriteTransaction,
} from './schema.ts';
import { isConnectionClosed, toStorageFailure } from './storage-failure.ts';

/** The name of the history database; models lie in another, so that neither can harm the other. */
export const historyDatabaseName = 'kidney-coach-history';

/** What tests change: users always have the defaults. */
export interface DatabaseOptions {
  readonly name?: string;
  readonly steps?: readonly UpgradeStep[];
  readonly patienceMs?: number;
}

/** A connection that opens itself again when the browser breaks it, and stands back for newer tabs. */
export interface HistoryDatabase {
  /**
   * Runs `work`, which must make exactly one transaction (it may be run again on a fresh connection).
   * @throws Failure `storage-full`, `storage-blocked`, or `storage-outdated` after another tab upgraded
   */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Opens the history database, creating or upgrading it.
 * @throws Failure `storage-blocked` (private window, damaged files), `storage-outdated` (a newer app version
 *   wrote it, or another tab holds an older one open), `storage-full`
 */
export async function openHistoryDatabase(options: DatabaseOptions = {}): Promise<HistoryDatabase> {
  const database = new SelfHealingDatabase(options);
  await database.use(async () => undefined);
  return database;
}

class SelfHealingDatabase implements HistoryDatabase {
  #opening: Promise<Database> | null = null;
  #open: Database | null = null;

  constructor(private readonly options: DatabaseOptions) {}

  async use<T>(work: (database: Database) => Promise<T>): Promise<T> {
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

  async #connect(): Promise<Database> {
    this.#opening ??= this.#start();
    return this.#opening;
  }

  async #start(): Promise<Database> {
    try {
      this.#open = await openConnection({
        name: historyDatabaseName,
        steps: upgradeSteps,
        patienceMs: 5000,
        ...this.options,
        // Opening again tells what happened: an upgrade gives a VersionError, a deletion a new database.
        onClose: () => this.close(),
      });
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

/** Runs `work` in one transaction over all stores: either all of its writes are kept, or none. */
export async function writeAtomically<T>(
  database: Database,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(storeNames, 'readwrite');
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

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, which is what was wanted.
  }
}
