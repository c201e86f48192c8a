import {
  type Database,
  type HistorySchema,
  storeNames,
  type UpgradeStep,
  upgradeSteps,
  type WriteTransaction,
} from './schema.ts';
import { openSelfHealing, runAtomically, type SelfHealingDatabase } from './self-healing-database.ts';

/** The name of the history database; models lie in another, so that neither can harm the other. */
export const historyDatabaseName = 'kidney-coach-history';

/** What tests change: users always have the defaults. */
export interface DatabaseOptions {
  readonly name?: string;
  readonly steps?: readonly UpgradeStep[];
  readonly patienceMs?: number;
}

/**
 * Opens the history database, creating or upgrading it.
 * @throws Failure as `openSelfHealing`
 */
export function openHistoryDatabase(
  options: DatabaseOptions = {},
): Promise<SelfHealingDatabase<HistorySchema>> {
  return openSelfHealing<HistorySchema>({
    name: historyDatabaseName,
    steps: upgradeSteps,
    patienceMs: 5000,
    ...options,
  });
}

/** Runs `work` in one transaction over all stores: either all of its writes are kept, or none. */
export async function writeAtomically<T>(
  database: Database,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return runAtomically(database.transaction(storeNames, 'readwrite') as WriteTransaction, work);
}
