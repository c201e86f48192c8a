import { Failure, type FailureCode, toFailure } from '../failure.ts';

/** IndexedDB's error names, as far as the app can say something better than "unexpected". */
const codes: Readonly<Record<string, FailureCode>> = {
  QuotaExceededError: 'storage-full',
  // A private window, or cookies forbidden for this site.
  SecurityError: 'storage-blocked',
  InvalidStateError: 'storage-blocked',
  // The browser's files are damaged, or the disk does not answer.
  UnknownError: 'storage-blocked',
  NotReadableError: 'storage-blocked',
  DataError: 'storage-blocked',
  // The connection broke under the transaction, which was undone as a whole.
  AbortError: 'storage-blocked',
  VersionError: 'storage-outdated',
};

/** Turns what IndexedDB throws into a `Failure`; the browser's own words go to the detail. */
export function toStorageFailure(thrown: unknown): Failure {
  // Not `instanceof DOMException`: newer browsers have a QuotaExceededError class of its own.
  if (thrown instanceof Failure || !(thrown instanceof Error)) return toFailure(thrown);
  const code = codes[thrown.name];
  return code === undefined ? toFailure(thrown) : new Failure(code, `${thrown.name}: ${thrown.message}`);
}

/** Whether a call came too late because the connection had just been closed by the browser. */
export function isConnectionClosed(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'InvalidStateError';
}
