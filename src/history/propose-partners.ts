import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { sittingMs } from '../trend/visits.ts';
import type { Examination } from './examination.ts';

/** How a kidney is seen. */
export type View = 'along' | 'across';

/** A record that could show the same kidney in the other view. */
export interface Candidate {
  readonly examination: Examination;
  /** Null where no kidney was outlined. */
  readonly view: View | null;
  /** It shows the other view of the same sitting, and no other side is said. */
  readonly isProposed: boolean;
}

/** A kidney this much longer than wide is seen along its long axis, as the advice on framing has it. */
export const longView = 1.5;

/** The records that may be this one's other view: those to propose first, then the rest, newest first each. */
export function proposePartners(
  examination: Examination,
  others: readonly Examination[],
): readonly Candidate[] {
  return others
    .filter(({ id, verdict }) => id !== examination.id && verdict.kind !== 'declined')
    .map((other) => ({
      examination: other,
      view: viewOf(other),
      isProposed: isOtherView(examination, other) && isSameKidney(examination, other),
    }))
    .toSorted(
      (a, b) =>
        Number(b.isProposed) - Number(a.isProposed) || b.examination.analysedAt - a.examination.analysedAt,
    );
}

/** How the outlined kidney is seen; null where none is shown. */
export function viewOf({ analysis }: Pick<Examination, 'analysis'>): View | null {
  const anatomy = shownAnatomy(analysis.outcome);
  if (!anatomy) return null;
  return anatomy.framing.elongation >= longView ? 'along' : 'across';
}

function isOtherView(a: Examination, b: Examination): boolean {
  const [here, there] = [viewOf(a), viewOf(b)];
  return here !== null && there !== null && here !== there;
}

function isSameKidney(a: Examination, b: Examination): boolean {
  return Math.abs(a.analysedAt - b.analysedAt) <= sittingMs && !sidesDiffer(a, b);
}

/** Whether people said that two records show different sides. */
export function sidesDiffer(a: Examination, b: Examination): boolean {
  const [here, there] = [a.additions?.patient?.side, b.additions?.patient?.side];
  return here !== undefined && there !== undefined && here !== there;
}
