import { Failure } from '../failure.ts';
import { type PreparedEntry, readPreparedFile } from './prepared-file.ts';

type Entries = ReturnType<typeof readPreparedFile>;

let loading: Promise<Entries> | null = null;

/**
 * What the shipped models said of a prepared case; the file is read once, and lies in the app's own cache.
 * @throws Failure `unexpected` when it is not there or damaged
 */
export async function loadPrepared(id: keyof Entries): Promise<PreparedEntry> {
  loading ??= fetchEntries();
  try {
    const entry = (await loading)[id];
    if (entry === undefined) throw new Error('is not in the file');
    return entry;
  } catch (error) {
    loading = null;
    throw new Failure('unexpected', `prepared case ${id}: ${String(error)}`);
  }
}

async function fetchEntries(): Promise<Entries> {
  const response = await fetch(new URL('demo/cases.json', document.baseURI));
  return readPreparedFile(await response.text());
}
