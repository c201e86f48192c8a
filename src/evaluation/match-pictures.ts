import type { AnnotatedPicture, Annotations } from '../annotation/annotation.ts';

/** What one reader said, and what to call the reader. */
export interface Reader {
  readonly name: string;
  readonly annotations: Annotations;
}

/** A picture that all readers annotated, in the order of the readers. */
export interface SharedPicture {
  readonly fileName: string;
  readonly size: AnnotatedPicture['size'];
  readonly readings: readonly AnnotatedPicture[];
}

/** A picture that cannot be compared, and why. */
export interface LeftOut {
  readonly fileName: string;
  /** `missing`: a reader lacks it; `sizes`: the readers saw it in different sizes; `twice`: a reader has two of that name. */
  readonly reason: 'missing' | 'sizes' | 'twice';
  /** Numbers of the readers who lack it, or have it twice; all for sizes. */
  readonly readers: readonly number[];
}

/** What can be compared, and what not. */
export interface Matching {
  readonly shared: readonly SharedPicture[];
  readonly leftOut: readonly LeftOut[];
}

/** Pairs the readers' pictures by file name, whatever its folder and case, in the order of the first reader. */
export function matchPictures(readers: readonly Reader[]): Matching {
  const byName = readers.map(({ annotations }) => groupByName(annotations.pictures));
  const names = new Set(byName.flatMap((pictures) => [...pictures.keys()]));
  const shared: SharedPicture[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of names) {
    const found = byName.map((pictures) => pictures.get(name) ?? []);
    const readings = found.flatMap(([first]) => first ?? []);
    const fileName = readings[0]?.fileName ?? name;
    const problem = problemOf(found);
    if (problem !== null) leftOut.push({ fileName, ...problem });
    else shared.push({ fileName, size: sizesOf(readings)[0] ?? null, readings });
  }
  return { shared, leftOut };
}

/** By which a picture is known: its file's name in lower case, without folders. */
export function nameKey({ fileName }: Pick<AnnotatedPicture, 'fileName'>): string {
  return (fileName.split(/[/\\]/).at(-1) ?? '').toLowerCase();
}

function groupByName(pictures: readonly AnnotatedPicture[]): Map<string, AnnotatedPicture[]> {
  const groups = new Map<string, AnnotatedPicture[]>();
  for (const picture of pictures) {
    const key = nameKey(picture);
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  return groups;
}

function problemOf(found: readonly (readonly AnnotatedPicture[])[]): Omit<LeftOut, 'fileName'> | null {
  const readersWith = (count: (n: number) => boolean): number[] =>
    found.flatMap(({ length }, reader) => (count(length) ? [reader] : []));
  const missing = readersWith((n) => n === 0);
  if (missing.length > 0) return { reason: 'missing', readers: missing };
  const twice = readersWith((n) => n > 1);
  if (twice.length > 0) return { reason: 'twice', readers: twice };
  const [first, ...others] = sizesOf(found.flat());
  const isSame = others.every(({ width, height }) => width === first?.width && height === first.height);
  return isSame ? null : { reason: 'sizes', readers: readersWith(() => true) };
}

function sizesOf(readings: readonly AnnotatedPicture[]) {
  return readings.flatMap(({ size }) => size ?? []);
}
