import type { AnnotatedPicture, Annotations } from '../annotation/annotation.ts';
import { baseNameOf, stemOf } from '../annotation/file-names.ts';
import { fitToPictures } from '../annotation/fit-to-pictures.ts';
import type { Problem } from '../annotation/problem.ts';
import type { PictureRow } from '../annotation-store/project.ts';

/** A picture of the project and what a file says about it. */
export interface Matched {
  readonly row: PictureRow;
  readonly said: AnnotatedPicture;
}

/** What of an annotation file fits a project. */
export interface MatchedAnnotations {
  /** Pictures on which nobody has worked yet. */
  readonly free: readonly Matched[];
  /** Pictures on which somebody has worked already. */
  readonly taken: readonly Matched[];
  /** Pictures that are missing or have another size, which are left out, and shapes that reach outside. */
  readonly problems: readonly Problem[];
}

/** Finds the project's picture for each picture of a file: by its name, or, where only the ending differs, by its stem. */
export function matchAnnotations(
  annotations: Annotations,
  rows: readonly PictureRow[],
  file: string,
): MatchedAnnotations {
  const find = findRows(rows);
  const found = annotations.pictures.map((said) => {
    const row = find(said);
    return { row, said: row === null ? said : { ...said, fileName: row.fileName } };
  });
  const named = { ...annotations, pictures: found.map(({ said }) => said) };
  const { problems } = fitToPictures(named, rows, file);
  const fitting = found.flatMap(({ row, said }) => (row !== null && fits(said, row) ? [{ row, said }] : []));
  return {
    free: fitting.filter(({ row }) => !isTaken(row)),
    taken: fitting.filter(({ row }) => isTaken(row)),
    problems: problems.map((problem) => {
      const isLeftOut = problem.code === 'picture-missing' || problem.code === 'picture-size';
      return isLeftOut ? { ...problem, effect: 'left-out' } : problem;
    }),
  };
}

/** Outlines that were made on another number of pixels cannot lie where they should. */
function fits({ size }: AnnotatedPicture, { width, height }: PictureRow): boolean {
  return size === null || (size.width === width && size.height === height);
}

/** Whether somebody's own work would be replaced. */
function isTaken({ status }: PictureRow): boolean {
  return status === 'begun' || status === 'done';
}

function findRows(rows: readonly PictureRow[]): (said: AnnotatedPicture) => PictureRow | null {
  const byName = groupBy(rows, ({ fileName }) => fileName);
  const byStem = groupBy(rows, ({ fileName }) => stemOf(fileName));
  return ({ fileName, fileSize }) => {
    const named = byName.get(baseNameOf(fileName)) ?? byStem.get(stemOf(fileName)) ?? [];
    const [only, ...others] = named;
    if (only === undefined || others.length === 0) return only ?? null;
    // Two folders may hold pictures of one name.
    return named.find((row) => row.fileSize === fileSize) ?? null;
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
