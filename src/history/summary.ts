import type { Examination } from './examination.ts';

/** The few fields of an examination that the list shows and filters by, so that thousands load at once. */
export type Summary = Pick<
  Examination,
  'id' | 'analysedAt' | 'updatedAt' | 'deletedAt' | 'origin' | 'name' | 'verdict'
>;

/** Takes the list's fields out of a whole record. */
export function summarise(examination: Examination): Summary {
  const { id, analysedAt, updatedAt, deletedAt, origin, name, verdict } = examination;
  return { id, analysedAt, updatedAt, deletedAt, origin, name, verdict };
}

/** Newest first; records of the same millisecond keep one order by their ids. */
export function newestFirst(a: Summary, b: Summary): number {
  return b.analysedAt - a.analysedAt || (a.id < b.id ? -1 : 1);
}
