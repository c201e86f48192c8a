import type { AnnotatedPicture } from '../annotation/annotation.ts';
import type { PictureRow } from '../annotation-store/project.ts';

/** A picture of the project and what a file says about it. */
export interface Matched {
  readonly row: PictureRow;
  readonly said: AnnotatedPicture;
}

/** A picture that is here in another size than a file says; pixels, or bytes where no pixels are said. */
export interface OtherSize extends Matched {
  readonly unit: 'pixels' | 'bytes';
}

/** What of an annotation file fits a project. */
export interface MatchedAnnotations {
  /** Pictures on which nobody has worked yet. */
  readonly free: readonly Matched[];
  /** Pictures on which somebody has worked already. */
  readonly taken: readonly Matched[];
  /** Names in the file of pictures that are not in the project. */
  readonly missing: readonly string[];
  /** Outlines cannot fit a picture of other proportions: these are neither free nor taken. */
  readonly misfits: readonly OtherSize[];
  /** The file was saved anew; its outlines may fit, so these are among the free and taken too. */
  readonly resaved: readonly OtherSize[];
}

/** Finds the project's picture for each picture of a file: by its name, or, where only the ending differs, by its stem. */
export function matchAnnotations(
  pictures: readonly AnnotatedPicture[],
  rows: readonly PictureRow[],
): MatchedAnnotations {
  const find = findRows(rows);
  const free: Matched[] = [];
  const taken: Matched[] = [];
  const missing: string[] = [];
  const misfits: OtherSize[] = [];
  const resaved: OtherSize[] = [];
  for (const said of pictures) {
    const row = find(said);
    if (row === null) {
      missing.push(said.fileName);
      continue;
    }
    const { size, fileSize } = said;
    if (size !== null && (size.width !== row.width || size.height !== row.height)) {
      misfits.push({ row, said, unit: 'pixels' });
      continue;
    }
    // A mask or a DICOM object says its own picture's size by pixels; only a file of the same name can say it by bytes.
    if (fileSize !== null && fileSize !== row.fileSize) resaved.push({ row, said, unit: 'bytes' });
    (isTaken(row) ? taken : free).push({ row, said });
  }
  return { free, taken, missing, misfits, resaved };
}

/** Whether somebody's own work would be replaced. */
function isTaken({ status }: PictureRow): boolean {
  return status === 'begun' || status === 'done';
}

function findRows(rows: readonly PictureRow[]): (said: AnnotatedPicture) => PictureRow | null {
  const byName = groupBy(rows, ({ fileName }) => fileName);
  const byStem = groupBy(rows, ({ fileName }) => stemOf(fileName));
  return ({ fileName, fileSize }) => {
    const name = fileName.split(/[\\/]/).at(-1) ?? '';
    const named = byName.get(name) ?? [];
    const [only, ...others] = named.length > 0 ? named : (byStem.get(stemOf(name)) ?? []);
    if (only === undefined) return null;
    if (others.length === 0) return only;
    // Two folders may hold pictures of one name.
    return [only, ...others].find((row) => row.fileSize === fileSize) ?? null;
  };
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function stemOf(name: string): string {
  return name.replace(/(?!^)\.[^.]*$/, '');
}
