import { computed, signal } from '@preact/signals';
import type { Analysis } from './analysis.ts';
import type { ClipPlayer } from './clip-player.ts';
import { type Failure, toFailure } from './failure.ts';
import { advise } from './feedback/advise.ts';
import { findBest, type MomentScore, scoreMoment } from './feedback/best-moment.ts';

/** What was seen in one frame. Its activation map is left out: thousands of frames would fill the memory. */
export interface FrameResult extends MomentScore {
  readonly analysis: Analysis;
}

/** How far "check all frames" is. */
export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
  /** Frames a second in this run, or null before the first. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

interface Dependencies {
  readonly analyse: (copy: () => Promise<ImageBitmap>) => Promise<Analysis>;
  readonly now?: () => number;
}

/** A clip under the model: what each frame shows, which is best, and how far the check of all of them is. */
export class ClipReview {
  /** One for each frame; null where it was not looked at. */
  readonly results = signal<readonly (FrameResult | null)[]>([]);
  /** Null while no run is on. */
  readonly progress = signal<ReviewProgress | null>(null);
  readonly failure = signal<Failure | null>(null);
  readonly checked = computed(() => this.results.value.reduce((sum, one) => sum + (one ? 1 : 0), 0));
  /** Whether enough was looked at to speak of a best frame. */
  readonly isSurveyed = computed(() => this.checked.value >= Math.min(2, this.results.value.length));
  readonly best = computed(() => findBest(this.results.value));
  readonly current = computed(() => this.results.value[this.player.index.value] ?? null);
  /** What the learner is told about the frame where they are; null where it was not looked at. */
  readonly feedback = computed(() => this.current.value && advise(this.current.value.analysis));
  private run: AbortController | null = null;
  private isLooking = false;

  constructor(
    readonly player: ClipPlayer,
    private readonly dependencies: Dependencies,
  ) {
    this.results.value = player.clip.timesMs.map(() => null);
  }

  /** Looks at every frame that was not looked at, one after the other; what was done stays when it is stopped. */
  async analyseAll(): Promise<void> {
    if (this.run !== null) return;
    this.player.pause();
    const run = new AbortController();
    this.run = run;
    this.failure.value = null;
    try {
      await this.analyseEach(run.signal);
    } catch (thrown) {
      this.failure.value = toFailure(thrown);
    } finally {
      this.run = null;
      this.progress.value = null;
    }
  }

  /** Stops after the frame that is under the model now. */
  cancel(): void {
    this.run?.abort();
  }

  /** Looks at the frame where the user is, one at a time and always the newest, unless all are being looked at. */
  async analyseCurrent(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      while (this.run === null && this.current.peek() === null) {
        (await this.analyse(this.player.index.peek())).close();
        this.failure.value = null;
      }
    } catch (thrown) {
      this.failure.value = toFailure(thrown);
    } finally {
      this.isLooking = false;
    }
  }

  async goToBest(): Promise<void> {
    const best = this.best.peek();
    if (best !== null) await this.player.seek(best);
  }

  private async analyseEach(signal: AbortSignal): Promise<void> {
    const now = this.dependencies.now ?? (() => performance.now());
    const start = now();
    const before = this.checked.peek();
    const total = this.results.peek().length;
    this.progress.value = { done: before, total, rate: null, secondsLeft: null };
    // Shows what is looked at, until the user goes elsewhere.
    let shownIndex = this.player.index.peek();
    for (let index = 0; index < total && !signal.aborted; index++) {
      if (this.results.peek()[index]) continue;
      const bitmap = await this.analyse(index);
      if (this.player.index.peek() === shownIndex) {
        this.player.present({ index, bitmap });
        shownIndex = index;
      } else bitmap.close();
      const done = this.checked.peek();
      const rate = ((done - before) * 1000) / Math.max(1, now() - start);
      this.progress.value = { done, total, rate, secondsLeft: (total - done) / rate };
    }
  }

  /** Reads and judges one frame; the picture belongs to the caller. */
  private async analyse(index: number): Promise<ImageBitmap> {
    const bitmap = await this.player.read(index);
    try {
      const analysis = await this.dependencies.analyse(() => createImageBitmap(bitmap));
      this.results.value = this.results.peek().with(index, toResult(analysis));
      return bitmap;
    } catch (thrown) {
      bitmap.close();
      throw thrown;
    }
  }
}

function toResult(analysis: Analysis): FrameResult {
  const { outcome } = analysis;
  const score = scoreMoment(outcome);
  if (outcome.kind === 'declined') return { ...score, analysis };
  const map = { ...outcome.map, rows: 0, columns: 0, values: new Float32Array() };
  return { ...score, analysis: { ...analysis, outcome: { ...outcome, map } } };
}
