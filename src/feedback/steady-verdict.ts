import type { Analysis, LabelReading } from '../analysis.ts';
import { decideVerdict, keyOf, type Verdict } from './verdict.ts';

type Outcome = Analysis['outcome'];

/** Old evidence counts e⁻¹ as much as new after this long. */
const memoryMs = 200;
/** What the evidence says must go on saying so for this long before it is shown. */
const settleMs = 150;
/** A label that is shown stays until its probability is this much below its threshold, and comes as much above it. */
const margin = 0.04;

/** What a live view shows. */
export interface Steady {
  /** The analysis with its probabilities averaged over time. */
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** Since when, on the clock of the moments. */
  readonly sinceMs: number;
}

/**
 * Keeps a live verdict calm. The rule: probabilities are averaged over time (exponentially, by the clock and not by the
 * count, so that a slow device is as calm as a fast one), a label needs a little more to come than to stay, and a
 * verdict is shown once the averages have given it for 150 ms. A step of the evidence is shown after some 0.35 s, and
 * a single picture that disagrees, never. `forget` is for a change of scene: the next moment starts afresh.
 */
export class SteadyVerdict {
  private shown: Steady | null = null;
  private averaged: { readonly labels: readonly LabelReading[]; readonly atMs: number } | null = null;
  private waiting: { readonly key: string; readonly fromMs: number } | null = null;

  /** Takes one analysis in; `atMs` is when its picture was taken and never goes back. */
  see(outcome: Outcome, atMs: number): Steady {
    const calm = this.average(outcome, atMs);
    const verdict = decideVerdict(this.withMargin(calm));
    const key = keyOf(verdict);
    if (this.shown === null) {
      this.shown = { outcome: calm, verdict, sinceMs: atMs };
    } else if (key === keyOf(this.shown.verdict)) {
      this.waiting = null;
      this.shown = { ...this.shown, outcome: calm };
    } else {
      if (this.waiting?.key !== key) this.waiting = { key, fromMs: atMs };
      const isSettled = atMs - this.waiting.fromMs >= settleMs;
      if (isSettled) this.waiting = null;
      // A picture without a verdict says nothing about the one that is shown.
      const meanwhile = calm.kind === this.shown.outcome.kind ? calm : this.shown.outcome;
      this.shown = isSettled
        ? { outcome: calm, verdict, sinceMs: atMs }
        : { ...this.shown, outcome: meanwhile };
    }
    return this.shown;
  }

  /** What was seen so far is of another scene. */
  forget(): void {
    this.shown = null;
    this.averaged = null;
    this.waiting = null;
  }

  private average(outcome: Outcome, atMs: number): Outcome {
    // What was declined has no probabilities; what was known before it stays known for a while.
    if (outcome.kind === 'declined') return outcome;
    const before = this.averaged;
    const keep = before === null ? 0 : Math.exp((before.atMs - atMs) / memoryMs);
    const labels = outcome.labels.map((reading, i) => {
      const old = before?.labels[i]?.probability ?? reading.probability;
      return { ...reading, probability: keep * old + (1 - keep) * reading.probability };
    });
    this.averaged = { labels, atMs };
    return { ...outcome, labels };
  }

  private withMargin(outcome: Outcome): Outcome {
    if (outcome.kind === 'declined' || this.shown === null) return outcome;
    const holding = keyOf(this.shown.verdict).split(' ');
    const labels = outcome.labels.map((reading) => {
      const by = holding.includes(reading.label) ? -margin : margin;
      // Near the ends of the scale, half the way to the end, so that a label can always come and go.
      const room = by < 0 ? reading.threshold : 1 - reading.threshold;
      return { ...reading, threshold: reading.threshold + Math.sign(by) * Math.min(margin, room / 2) };
    });
    return { ...outcome, labels };
  }
}
