import type { Summary } from './summary.ts';

/** The pseudonyms on this device, the one of the newest record first. */
export function knownPatients(summaries: readonly Summary[]): readonly string[] {
  return [...new Set(summaries.flatMap(({ pseudonym }) => pseudonym ?? []))];
}
