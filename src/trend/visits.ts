/** Something of one moment: a picture, as history keeps it. */
export interface Dated {
  /** Id of its record. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Pictures checked within two hours are taken as one sitting. */
export const sittingMs = 2 * 60 * 60 * 1000;

/**
 * Parts pictures into visits, oldest first, whatever order they come in: a visit begins with a picture and holds
 * what follows it within two hours.
 */
export function visitsOf<T extends Dated>(pictures: readonly T[]): readonly (readonly T[])[] {
  const visits: T[][] = [];
  for (const picture of pictures.toSorted(oldestFirst)) {
    const visit = visits.at(-1);
    const began = visit?.[0]?.at ?? Number.NEGATIVE_INFINITY;
    if (visit && picture.at - began <= sittingMs) visit.push(picture);
    else visits.push([picture]);
  }
  return visits;
}

/** Oldest first; pictures of the same millisecond keep one order by their ids. */
export function oldestFirst(a: Dated, b: Dated): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
