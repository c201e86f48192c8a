import { openDB } from 'idb';
import { Failure } from '../failure.ts';
import { type Database, type HistorySchema, type UpgradeStep, upgrade } from './schema.ts';

/** How to open the database, and whom to tell what happens to the connection. */
export interface ConnectionOptions {
  readonly name: string;
  readonly steps: readonly UpgradeStep[];
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
export function openConnection(options: ConnectionOptions): Promise<Database> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    let stepFailure: unknown;
    let gaveUp = false;
    const giveUp = (version: number) => {
      gaveUp = true;
      reject(new Failure('storage-outdated', `another tab holds version ${version} open`));
    };
    openDB<HistorySchema>(options.name, options.steps.length, {
      upgrade(database, oldVersion, ...[, transaction]) {
        upgrade(database, transaction, options.steps.slice(oldVersion)).catch((thrown: unknown) => {
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
