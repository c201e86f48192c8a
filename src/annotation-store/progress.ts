import type { PictureRow } from './project.ts';

/** How far a set of pictures is. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  /** Bytes of the pictures. */
  readonly bytes: number;
}

/** Counts what is done and what is left out. */
export function progressOf(rows: readonly PictureRow[]): Progress {
  const count = (wanted: PictureRow['status']) => rows.filter(({ status }) => status === wanted).length;
  return {
    total: rows.length,
    done: count('done'),
    skipped: count('skipped'),
    bytes: rows.reduce((sum, { fileSize }) => sum + fileSize, 0),
  };
}
