import type { ClipTrack, Examination } from './examination.ts';

/** The few fields of an examination that the list shows and filters by, so that thousands load at once. */
export type Summary = Pick<
  Examination,
  'id' | 'analysedAt' | 'updatedAt' | 'deletedAt' | 'origin' | 'name' | 'verdict'
> & {
  /** How long a clip lasts, from its first picture to its last; absent for a picture that came alone. */
  readonly clipMs?: number;
  /** Who was scanned and which kidney, as far as somebody said. */
  readonly pseudonym?: string;
  readonly side?: 'left' | 'right';
};

/** Takes the list's fields out of a whole record. */
export function summarise(examination: Examination): Summary {
  const { id, analysedAt, updatedAt, deletedAt, origin, name, verdict, clip } = examination;
  const lasts = clip && { clipMs: clipDuration(clip) };
  const { pseudonym, side } = examination.additions?.patient ?? {};
  const whose = { ...(pseudonym !== undefined && { pseudonym }), ...(side && { side }) };
  return { id, analysedAt, updatedAt, deletedAt, origin, name, verdict, ...lasts, ...whose };
}

/** Milliseconds from a clip's first picture to its last. */
export function clipDuration({ moments }: ClipTrack): number {
  return moments.at(-1)?.atMs ?? 0;
}

/** Newest first; records of the same millisecond keep one order by their ids. */
export function newestFirst(a: Summary, b: Summary): number {
  return b.analysedAt - a.analysedAt || (a.id < b.id ? -1 : 1);
}
