import type { Analysis, LabelReading, QualityLabel, Refusal } from '../analysis.ts';

/** A fault that a picture may have; several may hold at once. */
export type Fault = Extract<QualityLabel, 'artefact' | 'gain' | 'position'>;

/** What the learner is told about a picture. */
export type Verdict =
  | { readonly kind: 'optimal' }
  | { readonly kind: 'faults'; readonly faults: readonly [Fault, ...Fault[]] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'declined'; readonly refusal: Refusal };

const faultLabels: readonly Fault[] = ['artefact', 'gain', 'position'];

/**
 * Decides as a cascade: Wrong first, then the faults (most probable first), Optimal only when no fault holds.
 * When no label passes its threshold, the one that comes nearest to it decides.
 */
export function decideVerdict(outcome: Analysis['outcome']): Verdict {
  if (outcome.kind === 'declined') return { kind: 'declined', refusal: outcome.refusal };
  const passed = outcome.labels.filter(isPassed);
  const deciding = passed.length > 0 ? passed : [nearestToThreshold(outcome.labels)];
  if (deciding.some((reading) => reading.label === 'wrong')) return { kind: 'wrong' };
  const [first, ...rest] = deciding
    .toSorted((a, b) => b.probability - a.probability)
    .map((reading) => reading.label)
    .filter(isFault);
  return first === undefined ? { kind: 'optimal' } : { kind: 'faults', faults: [first, ...rest] };
}

/** Two verdicts with the same key read the same, whatever order their faults are in. */
export function keyOf(verdict: Verdict): string {
  if (verdict.kind === 'faults') return verdict.faults.toSorted().join(' ');
  return verdict.kind === 'declined' ? `declined ${verdict.refusal}` : verdict.kind;
}

/** Whether no label passes its threshold, so that the verdict is only the nearest guess. */
export function isUndecided(outcome: Analysis['outcome']): boolean {
  return outcome.kind === 'assessed' && !outcome.labels.some(isPassed);
}

/** The label that would change the verdict and lies so close to its mark that the card calls it neither, or null. */
export function findCloseCall(outcome: Analysis['outcome'], verdict: Verdict): QualityLabel | null {
  if (outcome.kind === 'declined') return null;
  const matters = ({ label }: LabelReading): boolean =>
    label === 'wrong' || (verdict.kind !== 'wrong' && (label !== 'optimal' || verdict.kind === 'optimal'));
  const close = outcome.labels.filter((reading) => matters(reading) && isTooClose(reading));
  return close.toSorted((a, b) => distanceToMark(a) - distanceToMark(b))[0]?.label ?? null;
}

function isTooClose({ probability, abstain }: LabelReading): boolean {
  return abstain !== undefined && probability > abstain[0] && probability < abstain[1];
}

function distanceToMark({ probability, threshold }: LabelReading): number {
  return Math.abs(probability - threshold);
}

function isPassed(reading: LabelReading): boolean {
  return reading.probability >= reading.threshold;
}

function isFault(label: QualityLabel): label is Fault {
  return faultLabels.some((fault) => fault === label);
}

function nearestToThreshold(labels: readonly LabelReading[]): LabelReading {
  return labels.reduce((best, reading) =>
    reading.probability / reading.threshold > best.probability / best.threshold ? reading : best,
  );
}
