import { type ReadonlySignal, signal } from '@preact/signals';
import type { Picture } from '../workers/protocol.ts';
import type { Analysis } from './analysis.ts';
import { describeExamination } from './describe-examination.ts';
import type { Failure } from './failure.ts';
import { findBest } from './feedback/find-best.ts';
import { HoldStill, notHeld } from './feedback/hold-still.ts';
import { encodeThumbnail } from './frame/encode-picture.ts';
import type { Glimpse } from './frame/glimpse.ts';
import type { ClipTrack, NewExamination, Origin, StoredClip } from './history/examination.ts';
import { clipMoment, joinPictures } from './history/make-clip.ts';
import { type LiveMoment, LiveView } from './live-view.ts';
import { type Look, Recorder } from './recorder.ts';

interface Dependencies {
  readonly analyse: (copy: () => Promise<Picture>) => Promise<Analysis>;
  readonly encode: (picture: Picture) => Promise<Blob>;
  /** Keeps a record; resolves to why it will not outlast this window, or null. */
  readonly keep: (record: NewExamination) => Promise<Failure | null>;
  /** How long a good view is held before it is kept by itself; null for never. */
  readonly holdMs: ReadonlySignal<number | null>;
}

/** What the records of a session say about where they come from. */
interface Source {
  readonly origin: Origin;
  readonly name: string;
}

/** A picture of this session that history holds. */
export interface Kept {
  readonly id: string;
  readonly isAutomatic: boolean;
  /** Set when it will not outlast this window. */
  readonly unsaved: Failure | null;
}

/** The last ten seconds, stopped to be looked at; one of them is chosen. */
export interface Review {
  readonly looks: readonly [Look, ...Look[]];
  readonly best: number;
  readonly chosen: number;
}

interface Keeping {
  readonly isAutomatic: boolean;
  readonly clip?: { readonly track: ClipTrack; readonly clip: StoredClip };
}

/** A live view that remembers: what was good is kept by itself, and what was missed can still be had. */
export class LiveSession {
  readonly view: LiveView;
  readonly hold = signal(notHeld);
  /** Newest first. */
  readonly kept = signal<readonly Kept[]>([]);
  readonly review = signal<Review | null>(null);
  private readonly recorder: Recorder;
  private readonly still = new HoldStill();

  constructor(
    private readonly source: () => Source,
    private readonly dependencies: Dependencies,
  ) {
    this.view = new LiveView(dependencies);
    this.recorder = new Recorder(dependencies.encode);
    this.view.moment.subscribe((moment) => void (moment ? this.follow(moment) : this.loseHold()));
  }

  /** Watches a source; see `LiveView.watch`. */
  watch(glimpses: AsyncIterable<Glimpse>): Promise<void> {
    return this.view.watch(this.recorder.record(glimpses));
  }

  /** Nothing is watched: the words go, the memory stays for a review. */
  rest(): void {
    this.view.forget();
  }

  /** Another camera or another patient: what was seen before is not to be kept as if it were this one's. */
  forget(): void {
    this.recorder.forget();
    this.view.forget();
    this.review.value = null;
  }

  /** Stops time at the newest picture; the ten seconds before it are there too. Does nothing before the first. */
  freeze(): void {
    const [first, ...rest] = this.recorder.remembered();
    if (first === undefined) return;
    const best = findBest([first, ...rest].map(({ analysis }) => analysis.outcome));
    this.review.value = { looks: [first, ...rest], best, chosen: rest.length };
  }

  /** Goes on live. */
  resume(): void {
    this.review.value = null;
  }

  choose(index: number): void {
    const review = this.review.value;
    if (review === null) return;
    const chosen = Math.max(0, Math.min(review.looks.length - 1, Math.round(index)));
    this.review.value = { ...review, chosen };
  }

  /** Keeps the chosen picture; resolves to its record's id, or null when none is chosen. */
  async keepChosen(): Promise<string | null> {
    const review = this.review.value;
    const look = review?.looks[review.chosen];
    return look ? this.keep(look, { isAutomatic: false }) : null;
  }

  /** Keeps the whole of what is reviewed as a clip, its best picture in front; resolves to the record's id. */
  async keepClip(): Promise<string | null> {
    const review = this.review.value;
    const look = review?.looks[review.best];
    if (!review || !look) return null;
    const from = review.looks[0].atMs;
    const track = {
      moments: review.looks.map(({ analysis, atMs }) => clipMoment(analysis, atMs - from)),
      best: review.best,
    };
    const clip = await joinPictures(review.looks.map(({ picture }) => picture));
    return this.keep(look, { isAutomatic: false, clip: { track, clip } });
  }

  private async follow({ atMs, seen, steady }: LiveMoment): Promise<void> {
    const judged = this.recorder.judge(atMs, seen);
    const hold = this.still.see(steady, { atMs, holdMs: this.dependencies.holdMs.peek() });
    this.hold.value = hold;
    await judged;
    if (hold.isComplete) await this.keepBestSince(hold.sinceMs ?? atMs);
  }

  private loseHold(): void {
    this.still.forget();
    this.hold.value = notHeld;
  }

  private async keepBestSince(sinceMs: number): Promise<void> {
    const held = this.recorder.remembered().filter(({ atMs }) => atMs >= sinceMs);
    const best = held[findBest(held.map(({ analysis }) => analysis.outcome))];
    if (best) await this.keep(best, { isAutomatic: true });
  }

  private async keep({ picture, analysis }: Look, { isAutomatic, clip }: Keeping): Promise<string> {
    const bitmap = await createImageBitmap(picture);
    try {
      const examination = describeExamination(this.source(), analysis);
      const unsaved = await this.dependencies.keep({
        examination: { ...examination, ...(clip && { clip: clip.track }) },
        picture: { bytes: await picture.arrayBuffer(), type: picture.type },
        thumbnail: await encodeThumbnail(bitmap),
        ...(clip && { clip: clip.clip }),
      });
      const { id } = examination;
      this.kept.value = [{ id, isAutomatic, unsaved }, ...this.kept.value];
      return id;
    } finally {
      bitmap.close();
    }
  }
}
