import type { Picture } from '../workers/protocol.ts';
import type { Analysis } from './analysis.ts';
import type { Glimpse } from './frame/glimpse.ts';
import { copyOf } from './frame/hand-over.ts';

/** A live picture that was judged, and is still at hand. */
export interface Look {
  /** When it was taken, milliseconds of `performance.now()`. */
  readonly atMs: number;
  readonly picture: Blob;
  readonly analysis: Analysis;
}

/** A good moment can still be kept this long after it has passed. */
export const remembersMs = 10_000;

/** The encoder rests four times as long as it worked, so that it takes little of the model's time. */
const restPerWork = 4;

/** The last ten seconds of a live view: each picture that was judged, as a small file. */
export class Recorder {
  private looks: Look[] = [];
  /** When the next file may be begun, on the clock of `performance.now()`. */
  private readyAtMs = 0;
  private readonly coming = new Map<number, Promise<Blob | null>>();

  /** `encode` makes a file of a picture that is given away. */
  constructor(private readonly encode: (picture: Picture) => Promise<Blob>) {}

  /** Passes glimpses on and begins a file of each, as far as the encoder keeps up: recording never holds up. */
  async *record(glimpses: AsyncIterable<Glimpse>): AsyncGenerator<Glimpse> {
    this.coming.clear();
    this.readyAtMs = 0;
    for await (const glimpse of glimpses) {
      if (performance.now() >= this.readyAtMs) this.coming.set(glimpse.atMs, this.take(glimpse.picture));
      yield glimpse;
    }
  }

  /** Keeps the picture of that moment with what was found in it; resolves when it can be had. */
  async judge(atMs: number, analysis: Analysis): Promise<void> {
    const picture = await this.coming.get(atMs);
    // Gone, when another source came meanwhile.
    if (!this.coming.delete(atMs) || !picture) return;
    this.looks = [
      ...this.looks.filter((look) => look.atMs > atMs - remembersMs),
      { atMs, picture, analysis },
    ];
  }

  /** What is remembered, oldest first. */
  remembered(): readonly Look[] {
    return this.looks;
  }

  /** Another source: what was seen before is not part of it. */
  forget(): void {
    this.looks = [];
    this.coming.clear();
  }

  /** A picture that cannot be kept is not remembered; it is judged all the same. */
  private async take(picture: Picture): Promise<Blob | null> {
    const began = performance.now();
    this.readyAtMs = Number.POSITIVE_INFINITY;
    try {
      return await this.encode(await copyOf(picture));
    } catch {
      return null;
    } finally {
      const ended = performance.now();
      this.readyAtMs = ended + restPerWork * (ended - began);
    }
  }
}
