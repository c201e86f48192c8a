import type { Analysis } from '../analysis.ts';
import { decideVerdict, type Verdict } from './verdict.ts';

/** What one moment of a clip is compared by. */
export interface MomentScore {
  readonly verdict: Verdict;
  /** Probability of Optimal; null where the picture was declined. */
  readonly optimal: number | null;
  /** Cycles across the sector; null where it was not measured. */
  readonly sharpness: number | null;
}

/** What an analysed picture is compared by. */
export function scoreMoment(outcome: Analysis['outcome']): MomentScore {
  const verdict = decideVerdict(outcome);
  if (outcome.kind === 'declined') return { verdict, optimal: null, sharpness: null };
  const optimal = outcome.labels.find(({ label }) => label === 'optimal')?.probability ?? null;
  return { verdict, optimal, sharpness: outcome.meters.sharpness };
}

const ranks: Readonly<Record<Verdict['kind'], number>> = { optimal: 3, faults: 2, wrong: 1, declined: 0 };

/**
 * The best moment: among those with the best verdict (Optimal, then faults, then Wrong) the one most probably Optimal;
 * where that reads the same in per cent, the sharper; then the earlier. Null stands for moments not looked at.
 * @returns its index; null when none was looked at, or all were declined.
 */
export function findBest(moments: readonly (MomentScore | null)[]): number | null {
  let best: number | null = null;
  moments.forEach((moment, i) => {
    if (moment === null || moment.optimal === null) return;
    const champion = best === null ? null : moments[best];
    if (!champion || isBetter(moment, champion)) best = i;
  });
  return best;
}

function isBetter(challenger: MomentScore, champion: MomentScore): boolean {
  const difference =
    ranks[challenger.verdict.kind] - ranks[champion.verdict.kind] ||
    inPercent(challenger) - inPercent(champion) ||
    (challenger.sharpness ?? 0) - (champion.sharpness ?? 0);
  return difference > 0;
}

function inPercent({ optimal }: MomentScore): number {
  return Math.round((optimal ?? 0) * 100);
}
