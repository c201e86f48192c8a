import type { Analysis } from '../analysis.ts';
import { decideVerdict } from './verdict.ts';

/**
 * The index of the best picture among several, or −1 of none. The rule: the better verdict first (Optimal, then fewer
 * faults, then Wrong, then declined), then the higher probability of Optimal, then the sharper one, then the later.
 */
export function findBest(outcomes: readonly Analysis['outcome'][]): number {
  let best = -1;
  let bestMerits: readonly number[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const merits = meritsOf(outcome);
    if (best >= 0 && isLess(merits, bestMerits)) continue;
    best = index;
    bestMerits = merits;
  }
  return best;
}

function meritsOf(outcome: Analysis['outcome']): readonly number[] {
  const verdict = decideVerdict(outcome);
  if (outcome.kind === 'declined') return [-5, 0, 0];
  const rank = verdict.kind === 'faults' ? -verdict.faults.length : verdict.kind === 'optimal' ? 0 : -4;
  const optimal = outcome.labels.find(({ label }) => label === 'optimal')?.probability ?? 0;
  return [rank, optimal, outcome.meters.sharpness || 0];
}

/** Whether the first difference is to the disadvantage of `a`. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((merit, i) => merit !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
