import type { Fault } from '../feedback/verdict.ts';
import type { Summary } from './summary.ts';

/** What the list can be narrowed to; a picture with two faults is found under either. */
export type VerdictKind = 'optimal' | Fault | 'wrong' | 'declined';

/** What is left out does not narrow. */
export interface SummaryFilter {
  /** Any of these; an empty list means all. */
  readonly verdicts?: readonly VerdictKind[];
  /** Earliest time of analysis, milliseconds since 1970, included. */
  readonly from?: number;
  /** Latest time of analysis, milliseconds since 1970, not included. */
  readonly before?: number;
  /** Part of the name, in upper or lower case. */
  readonly text?: string;
  /** One patient's; an empty string means all. */
  readonly pseudonym?: string;
}

/** The summaries that pass every part of the filter, in the order given. */
export function filterSummaries(summaries: readonly Summary[], filter: SummaryFilter): readonly Summary[] {
  const { verdicts = [], from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = filter;
  const text = fold(filter.text ?? '').trim();
  const pseudonym = filter.pseudonym ?? '';
  return summaries.filter(
    (summary) =>
      summary.analysedAt >= from &&
      summary.analysedAt < before &&
      (verdicts.length === 0 || verdictKinds(summary).some((kind) => verdicts.includes(kind))) &&
      (pseudonym === '' || summary.pseudonym === pseudonym) &&
      (text === '' || fold(summary.name).includes(text)),
  );
}

/** The filters under which a picture is found: its faults, or its one verdict. */
export function verdictKinds({ verdict }: Pick<Summary, 'verdict'>): readonly VerdictKind[] {
  return verdict.kind === 'faults' ? verdict.faults : [verdict.kind];
}

// Macs write accents in file names as separate characters.
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
