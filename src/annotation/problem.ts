import type { Facts } from '../failure.ts';

/** What becomes of the thing that has the problem: it is not among the annotations, or it is and should be looked at. */
export type Effect = 'left-out' | 'kept';

/** Everything that can be wrong with an annotation file, and what becomes of the row, shape, picture or file. */
export const problemEffects = {
  // The whole file.
  'unknown-format': 'left-out',
  'file-empty': 'left-out',
  'file-too-large': 'left-out',
  unreadable: 'left-out',
  'bad-json': 'left-out',
  'json-cut-short': 'left-out',
  'cut-short': 'left-out',
  encoding: 'kept',
  'not-a-mask': 'left-out',
  'mask-unnamed': 'kept',
  'seg-foreign': 'left-out',
  'seg-packing': 'left-out',
  'seg-damaged': 'left-out',
  // One row of a CSV file.
  'row-columns': 'left-out',
  'row-quotes': 'left-out',
  'row-json': 'left-out',
  'row-twice': 'left-out',
  // One picture.
  'picture-unnamed': 'left-out',
  'picture-damaged': 'left-out',
  'picture-twice': 'left-out',
  'picture-attributes': 'kept',
  'rows-missing': 'kept',
  'picture-missing': 'kept',
  'picture-size': 'kept',
  // One shape.
  'shape-unknown': 'left-out',
  'shape-numbers': 'left-out',
  'points-few': 'left-out',
  'points-uneven': 'left-out',
  'mask-damaged': 'left-out',
  'image-unknown': 'left-out',
  'segment-unknown': 'left-out',
  'class-unknown': 'kept',
  'crosses-itself': 'kept',
  'outside-picture': 'kept',
} as const satisfies Readonly<Record<string, Effect>>;

/** Names what is wrong. */
export type ProblemCode = keyof typeof problemEffects;

/** Where in which file; rows and shapes are counted from 1, the header being row 1. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly picture?: string;
  readonly shape?: number;
}

/** One thing that is wrong with an annotation file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly effect: Effect;
  readonly place: Place;
  readonly facts: Facts;
}

/** Notes a problem of the file that is being read. */
export type Report = (code: ProblemCode, place?: Omit<Place, 'file'>, facts?: Facts) => void;

/** Why a shape cannot be read. */
export interface Fault {
  readonly fault: ProblemCode;
  readonly facts: Facts;
}

/** Whether reading something ended in a fault. */
export function isFault(read: object): read is Fault {
  return 'fault' in read;
}

/** Adds the problems of one file to a list. */
export function reportTo(problems: Problem[], file: string): Report {
  return (code, place = {}, facts = {}) => {
    problems.push({ code, effect: problemEffects[code], place: { file, ...place }, facts });
  };
}

/** What could be read; what could not is reported. */
export function keepShapes<T extends object>(read: readonly (T | Fault)[], report: Report): T[] {
  return read.flatMap((one) => {
    if (!isFault(one)) return [one];
    report(one.fault, {}, one.facts);
    return [];
  });
}
