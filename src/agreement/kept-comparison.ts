import type { DBSchema } from 'idb';
import type { FailureMessage } from '../../workers/protocol.ts';
import { failureFrom } from '../failure.ts';
import { openSelfHealing, type SelfHealingDatabase } from '../history/self-healing-database.ts';
import type { Compared, ReaderFiles } from './agreement-phase.ts';

/** A comparison as it outlasts a reload; the pictures are not kept. */
export interface KeptComparison {
  readonly first: ReaderFiles | null;
  readonly second: ReaderFiles | null;
  readonly isModelReader: boolean;
  readonly compared: Compared;
}

/** Errors lose what they say on their way into a database. */
type Stored = Omit<KeptComparison, 'compared'> & {
  readonly compared: Omit<Compared, 'unopened'> & {
    readonly unopened: readonly { readonly fileName: string; readonly failure: FailureMessage }[];
  };
};

interface Schema extends DBSchema {
  last: { key: 'last'; value: Stored };
}

/** Where the last comparison is kept. Calls reject with a Failure of the storage. */
export interface ComparisonStore {
  readonly keep: (kept: KeptComparison | null) => Promise<void>;
  readonly read: () => Promise<KeptComparison | null>;
}

/** The store on this device, in a database of its own; opened when it is first needed. */
export function createComparisonStore(name = 'kidney-coach-agreement'): ComparisonStore {
  let opening: Promise<SelfHealingDatabase<Schema>> | null = null;
  const open = async (): Promise<SelfHealingDatabase<Schema>> => {
    opening ??= openSelfHealing<Schema>({
      name,
      // When the shape of a comparison changes, a further step empties the store: files can be chosen again.
      steps: [(database) => void database.createObjectStore('last')],
      patienceMs: 5000,
    });
    try {
      return await opening;
    } catch (thrown) {
      opening = null;
      throw thrown;
    }
  };
  return {
    async keep(kept) {
      const database = await open();
      await database.use<unknown>((connection) =>
        kept === null ? connection.delete('last', 'last') : connection.put('last', toStored(kept), 'last'),
      );
    },
    async read() {
      const database = await open();
      const stored = await database.use((connection) => connection.get('last', 'last'));
      return stored === undefined ? null : fromStored(stored);
    },
  };
}

function toStored({ compared, ...kept }: KeptComparison): Stored {
  const unopened = compared.unopened.map(({ fileName, failure: { code, detail, facts } }) => {
    return { fileName, failure: { code, detail, facts } };
  });
  return { ...kept, compared: { ...compared, unopened } };
}

function fromStored({ compared, ...kept }: Stored): KeptComparison {
  const unopened = compared.unopened.map(({ fileName, failure }) => {
    return { fileName, failure: failureFrom(failure) };
  });
  return { ...kept, compared: { ...compared, unopened } };
}
