import type { Steady } from './steady-verdict.ts';

/** How long a good view has been held. */
export interface Hold {
  /** From 0 to 1 of the time that was asked for; 0 while the view is not good. */
  readonly share: number;
  /** When this good view began, on the clock of the moments; null while it is not good. */
  readonly sinceMs: number | null;
  /** True for the one moment that completes it: the next needs the good view to be lost and found again. */
  readonly isComplete: boolean;
}

/** A good view that was not looked at for this long counts from the start again. */
const longestGapMs = 1000;

export const notHeld: Hold = { share: 0, sinceMs: null, isComplete: false };

/**
 * Tells when a good view has been held. The rule: the calm verdict is Optimal without a break for `holdMs`; once for
 * each time that it becomes Optimal.
 */
export class HoldStill {
  private sinceMs: number | null = null;
  private lastMs = 0;
  private isDone = false;

  /** `holdMs` is null where nothing is captured by itself; the hold is then never complete. */
  see({ verdict }: Pick<Steady, 'verdict'>, { atMs, holdMs }: { atMs: number; holdMs: number | null }): Hold {
    const isGap = atMs - this.lastMs > longestGapMs;
    this.lastMs = atMs;
    if (verdict.kind !== 'optimal') {
      this.forget();
      return notHeld;
    }
    if (this.sinceMs === null || isGap) this.sinceMs = atMs;
    const { sinceMs } = this;
    if (holdMs === null) return { share: 0, sinceMs, isComplete: false };
    const share = this.isDone ? 1 : Math.min(1, (atMs - sinceMs) / holdMs);
    const isComplete = share === 1 && !this.isDone;
    this.isDone ||= isComplete;
    return { share, sinceMs, isComplete };
  }

  /** Another view: whatever was held is over. */
  forget(): void {
    this.sinceMs = null;
    this.isDone = false;
  }
}
