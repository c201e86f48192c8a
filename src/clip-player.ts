import { computed, signal } from '@preact/signals';
import { type Failure, toFailure } from './failure.ts';
import type { Clip } from './frame/clip.ts';

/** The picture on the screen. The player closes it when the next one comes. */
export interface ShownFrame {
  readonly index: number;
  readonly bitmap: ImageBitmap;
}

/** The clock that playing goes by; tests bring their own. */
export interface PlayerClock {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const realClock: PlayerClock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Shows a clip frame by frame: one read at a time, and always the newest that was asked for. */
export class ClipPlayer {
  /** Where the user is; the picture follows as fast as it can be read. */
  readonly index = signal(0);
  readonly shown = signal<ShownFrame | null>(null);
  readonly isPlaying = signal(false);
  readonly failure = signal<Failure | null>(null);
  readonly atMs = computed(() => this.clip.timesMs[this.index.value] ?? 0);
  readonly last: number;
  private following: Promise<void> | null = null;
  /** Counts how often playing began: a loop that was paused must not wake up in the next. */
  private turn = 0;

  constructor(
    readonly clip: Clip,
    private readonly clock: PlayerClock = realClock,
  ) {
    this.last = clip.timesMs.length - 1;
  }

  /** Stops playing and goes to a frame; resolves when it, or one asked for since, is shown. */
  seek(index: number): Promise<void> {
    this.pause();
    return this.show(index);
  }

  /** So many frames on, or back. */
  step(by: number): Promise<void> {
    return this.seek(this.index.peek() + by);
  }

  /** The frame that is shown at a time. */
  seekTime(atMs: number): Promise<void> {
    return this.seek(this.indexAt(atMs));
  }

  pause(): void {
    this.isPlaying.value = false;
  }

  /** Plays on from here, from the start at the end; a slow device leaves frames out and keeps the time. */
  async play(): Promise<void> {
    if (this.isPlaying.peek()) return;
    this.isPlaying.value = true;
    this.turn++;
    const { turn } = this;
    await this.show(this.index.peek() >= this.last ? 0 : this.index.peek());
    const start = this.clock.now() - this.atMs.peek();
    const isOn = (): boolean => this.isPlaying.peek() && turn === this.turn;
    while (isOn() && this.index.peek() < this.last) {
      const elapsed = this.clock.now() - start;
      const due = this.indexAt(elapsed);
      if (due > this.index.peek()) await this.show(due);
      else await this.clock.wait((this.clip.timesMs[due + 1] ?? 0) - elapsed);
    }
    if (isOn()) this.pause();
  }

  /** One frame, given away; the one on the screen need not be decoded again. */
  read(index: number): Promise<ImageBitmap> {
    const shown = this.shown.peek();
    return shown?.index === index ? createImageBitmap(shown.bitmap) : this.clip.read(index);
  }

  /** Shows a picture that was read elsewhere, and takes it. */
  present(shown: ShownFrame): void {
    this.index.value = shown.index;
    this.put(shown);
  }

  /** Gives the picture's memory back; the clip stays open for whoever comes next. */
  close(): void {
    this.pause();
    const shown = this.shown.peek();
    this.shown.value = null;
    shown?.bitmap.close();
  }

  private indexAt(atMs: number): number {
    const after = this.clip.timesMs.findIndex((time) => time > atMs);
    return after < 0 ? this.last : Math.max(0, after - 1);
  }

  private show(index: number): Promise<void> {
    this.index.value = Math.min(this.last, Math.max(0, index));
    if (this.following === null && !this.isBehind()) return Promise.resolve();
    this.following ??= this.follow();
    return this.following;
  }

  private async follow(): Promise<void> {
    try {
      do {
        const index = this.index.peek();
        this.put({ index, bitmap: await this.clip.read(index) });
      } while (this.isBehind());
      this.failure.value = null;
    } catch (thrown) {
      this.pause();
      this.failure.value = toFailure(thrown);
    } finally {
      // At once, so that what is asked for from now on begins anew.
      this.following = null;
    }
  }

  private isBehind(): boolean {
    return this.shown.peek()?.index !== this.index.peek();
  }

  private put(shown: ShownFrame): void {
    const before = this.shown.peek();
    this.shown.value = shown;
    before?.bitmap.close();
  }
}
