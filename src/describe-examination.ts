import type { Analysis } from './analysis.ts';
import { decideVerdict } from './feedback/verdict.ts';
import type { Examination, Origin } from './history/examination.ts';

/** The record of an analysis that was just made: its id, its time, and what produced it. */
export function describeExamination(
  { origin, name }: { readonly origin: Origin; readonly name: string },
  analysis: Analysis,
): Examination {
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    analysedAt: now,
    updatedAt: now,
    deletedAt: null,
    origin,
    name,
    verdict: decideVerdict(analysis.outcome),
    analysis,
    appVersion: __APP_VERSION__,
  };
}
