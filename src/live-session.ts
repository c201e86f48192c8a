import { type ReadonlySignal, signal } from '@preact/signals';
import type { Picture } from '../workers/protocol.ts';
import type { Analysis } from './analysis.ts';
import { describeExamination } from './describe-examination.ts';
import type { Failure } from './failure.ts';
import { findBest, scoreMoment } from './feedback/best-moment.ts';
import { HoldStill, notHeld } from './feedback/hold-still.ts';
import { blankOutside } from './frame/blank-outside.ts';
import { encodeThumbnail } from './frame/encode-picture.ts';
import type { Glimpse } from './frame/glimpse.ts';
import { outlineKept } from './frame/outline-kept.ts';
import { clipMoment } from './history/clip-moment.ts';
import type { ClipTrack, NewExamination, Origin, StoredClip } from './history/examination.ts';
import { joinPictures } from './history/stored-clip.ts';
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
export interface Source {
  readonly origin: Origin;
  readonly name: string;
  /** Whether text beside the sector may name a patient: a scanner's screen, a capture card. It is then not kept. */
  readonly isIdentifying: boolean;
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
    this.view.clear();
    this.review.value = null;
  }

  /** Stops time at the newest picture; the ten seconds before it are there too. Does nothing before the first. */
  freeze(): void {
    const [first, ...rest] = this.recorder.remembered();
    if (first === undefined) return;
    const looks: Review['looks'] = [first, ...rest];
    this.review.value = { looks, best: bestOf(looks) ?? rest.length, chosen: rest.length };
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
    const clip = joinPictures(await this.picturesOf(review.looks));
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
    const best = held[bestOf(held) ?? -1];
    if (best) await this.keep(best, { isAutomatic: true });
  }

  private async keep(look: Look, { isAutomatic, clip }: Keeping): Promise<string> {
    const picture = await this.pictureOf(look);
    const bitmap = await createImageBitmap(picture);
    try {
      const examination = describeExamination(this.source(), look.analysis);
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

  /** One after the other, so that the page can breathe between them. */
  private async picturesOf(looks: readonly Look[]): Promise<readonly ArrayBuffer[]> {
    const pictures: ArrayBuffer[] = [];
    for (const look of looks) pictures.push(await (await this.pictureOf(look)).arrayBuffer());
    return pictures;
  }

  /** What may be kept of a look: all of it, or only its sector. */
  private async pictureOf({ picture, analysis }: Look): Promise<Blob> {
    if (!this.source().isIdentifying) return picture;
    const bitmap = await createImageBitmap(picture);
    const blanked = await blankOutside(bitmap, outlineKept(analysis, bitmap, null));
    bitmap.close();
    return this.dependencies.encode(blanked);
  }
}

function bestOf(looks: readonly Look[]): number | null {
  return findBest(looks.map(({ analysis }) => scoreMoment(analysis.outcome)));
}
