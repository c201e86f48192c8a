/** What the browser answered to the wish that it should never clear the history by itself. */
export type PersistAnswer = 'granted' | 'denied' | 'unsupported';

/** How safe the history is, and how much room is left on the device. */
export interface StorageState {
  readonly persisted: boolean;
  /** Bytes used by this app; null where the browser does not say. */
  readonly usageBytes: number | null;
  /** Bytes that this app may use in all; null where the browser does not say. */
  readonly quotaBytes: number | null;
}

/** The part of `navigator.storage` that is used here; some browsers and all insecure pages lack it. */
export type Storage = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

const answers = new WeakMap<Storage, Promise<PersistAnswer>>();

/**
 * Asks the browser once a page load never to clear the history when the disk runs full; later calls return the
 * first answer. Call it after the first save: some browsers show a question, which has no sense before.
 */
export function askToPersist(storage: Storage | undefined = pageStorage()): Promise<PersistAnswer> {
  if (storage === undefined) return Promise.resolve('unsupported');
  const asked = answers.get(storage) ?? ask(storage);
  answers.set(storage, asked);
  return asked;
}

/** Reads what the storage screen shows. Never rejects: what the browser does not say is null. */
export async function readStorageState(storage: Storage | undefined = pageStorage()): Promise<StorageState> {
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => false),
    storage?.estimate?.().catch(() => null),
  ]);
  return {
    persisted: persisted ?? false,
    usageBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}

async function ask(storage: Storage): Promise<PersistAnswer> {
  if (!storage.persist) return 'unsupported';
  try {
    if (await storage.persisted?.()) return 'granted';
    return (await storage.persist()) ? 'granted' : 'denied';
  } catch {
    // Sandboxed pages may not ask; the answer is shown like any other.
    return 'denied';
  }
}

// `navigator.storage` is missing on pages without https, whatever the type says.
function pageStorage(): Storage | undefined {
  return navigator.storage as Storage | undefined;
}
