import { computed, signal } from '@preact/signals';
import type { Picture } from '../workers/protocol.ts';
import type { Analysis } from './analysis.ts';
import { Failure } from './failure.ts';
import { advise } from './feedback/advise.ts';
import { isOtherScene } from './feedback/scene-change.ts';
import { type Steady, SteadyVerdict } from './feedback/steady-verdict.ts';
import type { Glimpse } from './frame/glimpse.ts';
import { closePicture } from './frame/hand-over.ts';

/** The newest moment of a live view, calmed. */
export interface LiveMoment {
  /** The analysis with its probabilities averaged over time; its outline is of the newest picture alone. */
  readonly analysis: Analysis;
  /** The analysis of the newest picture by itself. */
  readonly seen: Analysis;
  readonly steady: Steady;
  readonly atMs: number;
}

interface Dependencies {
  readonly analyse: (copy: () => Promise<Picture>) => Promise<Analysis>;
}

/** The weight of the newest interval in the rate that is shown: numbers must not flicker. */
const rateWeight = 0.1;

/** A live source under the model: what it says now, calmly, and how often it looks. */
export class LiveView {
  readonly moment = signal<LiveMoment | null>(null);
  /** Analyses a second, or null before the second one. */
  readonly rate = signal<number | null>(null);
  /** What the learner is told. */
  readonly feedback = computed(() => {
    const moment = this.moment.value;
    return moment && advise(moment.analysis, moment.steady.verdict);
  });
  private readonly steadied = new SteadyVerdict();
  /** Counts what is watched, one after the other. */
  private scene = 0;

  constructor(private readonly dependencies: Dependencies) {}

  /**
   * Looks at glimpses as they come, one at a time: the next is asked for when this one is judged, so that a slow device
   * looks less often and never lags.
   * @throws what the source or the analysis throws.
   */
  async watch(glimpses: AsyncIterable<Glimpse>): Promise<void> {
    this.forget();
    const scene = this.scene;
    for await (const { picture, atMs } of glimpses) {
      const analysis = await this.judge(picture);
      // What was asked before another source came says nothing of that one.
      if (scene === this.scene) this.show(analysis, atMs);
    }
  }

  /** Another source, or another patient: what was seen says nothing of what comes. */
  forget(): void {
    this.scene++;
    this.clear();
  }

  /** Takes the words off, and goes on watching: what comes next begins afresh. */
  clear(): void {
    this.steadied.forget();
    this.moment.value = null;
    this.rate.value = null;
  }

  /** A picture is given away and cannot be looked at again: when its device is lost, so is it, and the next one counts. */
  private async judge(picture: Picture): Promise<Analysis> {
    let isGiven = false;
    try {
      return await this.dependencies.analyse(async () => {
        if (isGiven) throw new Failure('device-lost', 'with the picture');
        isGiven = true;
        return picture;
      });
    } finally {
      closePicture(picture);
    }
  }

  private show(analysis: Analysis, atMs: number): void {
    const before = this.moment.value;
    const [last, now] = [before?.analysis.outcome, analysis.outcome];
    if (last?.kind === 'assessed' && now.kind === 'assessed' && isOtherScene(last, now))
      this.steadied.forget();
    const steady = this.steadied.see(now, atMs);
    if (before !== null && atMs > before.atMs) {
      const current = 1000 / (atMs - before.atMs);
      this.rate.value = (this.rate.value ?? current) * (1 - rateWeight) + current * rateWeight;
    }
    this.moment.value = {
      analysis: { ...analysis, outcome: steady.outcome },
      seen: analysis,
      steady,
      atMs,
    };
  }
}
