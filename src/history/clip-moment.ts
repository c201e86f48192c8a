import type { Analysis, QualityLabel } from '../analysis.ts';
import { decideVerdict } from '../feedback/verdict.ts';
import type { ClipMoment } from './examination.ts';

/** What history keeps of one analysed frame, `atMs` milliseconds after the clip's first. */
export function clipMoment({ outcome }: Analysis, atMs: number): ClipMoment {
  return { atMs, verdict: decideVerdict(outcome), probabilities: probabilitiesOf(outcome) };
}

function probabilitiesOf(outcome: Analysis['outcome']): Record<QualityLabel, number> | null {
  if (outcome.kind === 'declined') return null;
  const probabilities = { artefact: 0, gain: 0, position: 0, optimal: 0, wrong: 0 };
  for (const { label, probability } of outcome.labels) probabilities[label] = probability;
  return probabilities;
}
