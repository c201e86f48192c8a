import { runAtomically } from '../history/self-healing-database.ts';
import { type AnnotationConnection, storeNames, type WriteTransaction } from './schema.ts';

/** Runs `work` in one transaction over all stores: either all of its writes are kept, or none. */
export function writeAtomically<T>(
  database: AnnotationConnection,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return runAtomically(database.transaction(storeNames, 'readwrite'), work);
}
