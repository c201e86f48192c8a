import type { Analysis } from './analysis.ts';
import type { Glimpse } from './frame/glimpse.ts';

/** A live picture that was judged, and is still at hand. */
export interface Look {
  /** When it was taken, milliseconds of `performance.now()`. */
  readonly atMs: number;
  readonly picture: Blob;
  readonly analysis: Analysis;
}

/** A good moment can still be kept this long after it has passed. */
export const remembersMs = 10_000;

/** Pictures that wait for the encoder; a device that is slower than its camera remembers fewer. */
const mostComing = 3;

/** The last ten seconds of a live view: each picture that was judged, as a small file. */
export class Recorder {
  private looks: Look[] = [];
  private readonly coming = new Map<number, Promise<Blob | null>>();

  /** `encode` makes a file of a picture that is given away. */
  constructor(private readonly encode: (picture: ImageBitmap) => Promise<Blob>) {}

  /** Passes glimpses on and begins a file of each, unless those before are not done: recording never holds up. */
  async *record(glimpses: AsyncIterable<Glimpse>): AsyncGenerator<Glimpse> {
    this.coming.clear();
    for await (const glimpse of glimpses) {
      if (this.coming.size < mostComing) this.coming.set(glimpse.atMs, this.take(glimpse.bitmap));
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
  private async take(bitmap: ImageBitmap): Promise<Blob | null> {
    try {
      return await this.encode(await createImageBitmap(bitmap));
    } catch {
      return null;
    }
  }
}
