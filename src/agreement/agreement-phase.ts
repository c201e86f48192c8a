import type { Annotations } from '../annotation/annotation.ts';
import type { Problem } from '../annotation/problem.ts';
import type { ReaderAgreement } from '../evaluation/compare-readers.ts';
import type { Reader } from '../evaluation/match-pictures.ts';
import type { Failure } from '../failure.ts';

/** What one reader said, as it was read off the files. */
export interface ReaderFiles {
  readonly name: string;
  readonly annotations: Annotations;
  readonly problems: readonly Problem[];
  /** Whether the user agreed to go on without what could not be read; true when all could. */
  readonly isAccepted: boolean;
}

/** Which of the two readers whose files are chosen. */
export type Place = 'first' | 'second';

/** What is going on. */
export type AgreementPhase =
  /** Looking for the comparison from before a reload. */
  | { readonly name: 'restoring' }
  | { readonly name: 'choosing' }
  | { readonly name: 'reading' }
  | { readonly name: 'outlining'; readonly done: number; readonly total: number }
  | { readonly name: 'comparing' }
  | Compared;

/** Whether something is being done that must not be disturbed. */
export function isBusy({ name }: AgreementPhase): boolean {
  return name === 'reading' || name === 'outlining' || name === 'comparing';
}

/** A finished comparison. */
export interface Compared {
  readonly name: 'compared';
  readonly agreement: ReaderAgreement;
  readonly readers: readonly Reader[];
  /** Pictures that the model could not be asked about. */
  readonly unopened: readonly { readonly fileName: string; readonly failure: Failure }[];
}
