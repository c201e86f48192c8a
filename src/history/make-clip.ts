import type { Analysis, QualityLabel } from '../analysis.ts';
import { decideVerdict } from '../feedback/verdict.ts';
import type { ClipMoment, StoredClip } from './examination.ts';

/** What history keeps of one analysed frame, `atMs` milliseconds after the clip's first. */
export function clipMoment({ outcome }: Analysis, atMs: number): ClipMoment {
  return { atMs, verdict: decideVerdict(outcome), probabilities: probabilitiesOf(outcome) };
}

/** Joins JPEG pictures to one motion JPEG. */
export async function joinPictures(pictures: readonly Blob[]): Promise<StoredClip> {
  const bytes = await new Blob([...pictures]).arrayBuffer();
  return { type: 'image/jpeg', bytes, lengths: pictures.map(({ size }) => size) };
}

function probabilitiesOf(outcome: Analysis['outcome']): Record<QualityLabel, number> | null {
  if (outcome.kind === 'declined') return null;
  const probabilities = { artefact: 0, gain: 0, position: 0, optimal: 0, wrong: 0 };
  for (const { label, probability } of outcome.labels) probabilities[label] = probability;
  return probabilities;
}
