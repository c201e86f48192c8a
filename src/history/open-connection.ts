import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { Failure } from '../failure.ts';

/** Takes a database from version n − 1 to n and keeps every record; may wait only for its own requests. */
export type UpgradeStepOf<S extends DBSchema> = (
  database: IDBPDatabase<S>,
  transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>,
) => void | Promise<void>;

/** How to open the database, and whom to tell what happens to the connection. */
export interface ConnectionOptions<S extends DBSchema> {
  readonly name: string;
  /** Step n − 1 leads to version n; those that the database lacks are run in order. */
  readonly steps: readonly UpgradeStepOf<S>[];
  /** How long to wait, in milliseconds, for another tab that holds an older version open. */
  readonly patienceMs: number;
  /**
   * The connection must close, so that another tab can upgrade or delete the database, or the browser broke it:
   * site data cleared, disk gone.
   */
  readonly onClose: () => void;
}

/**
 * Opens the database once and brings it to the newest version.
 * @throws what IndexedDB throws; `storage-outdated` when another tab blocks the upgrade for too long
 */
export function openConnection<S extends DBSchema>(options: ConnectionOptions<S>): Promise<IDBPDatabase<S>> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    let stepFailure: unknown;
    let gaveUp = false;
    const giveUp = (version: number) => {
      gaveUp = true;
      reject(new Failure('storage-outdated', `another tab holds version ${version} open`));
    };
    openDB<S>(options.name, options.steps.length, {
      upgrade(database, oldVersion, ...[, transaction]) {
        const run = async (): Promise<void> => {
          for (const step of options.steps.slice(oldVersion)) await step(database, transaction);
        };
        run().catch((thrown: unknown) => {
          stepFailure = thrown;
          transaction.done.catch(() => undefined); // `stepFailure` is told instead.
          transaction.abort();
        });
      },
      blocked(version) {
        patience = setTimeout(giveUp, options.patienceMs, version);
      },
      blocking: options.onClose,
      terminated: options.onClose,
    })
      .then(
        (database) => (gaveUp ? database.close() : resolve(database)),
        (thrown: unknown) => reject(stepFailure ?? thrown),
      )
      .finally(() => clearTimeout(patience));
  });
}
