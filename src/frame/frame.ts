import type { Origin, StoredPicture } from '../history/examination.ts';

/** One picture from any source, ready to be analysed. */
export interface Frame {
  /** Upright, in the size it will be shown. */
  readonly bitmap: ImageBitmap;
  readonly origin: Origin;
  /** The file's name, or an empty string. */
  readonly name: string;
  /** What history keeps. */
  readonly picture: StoredPicture;
  /** What a user must know beside the verdict: only a part was looked at, or nobody was scanned. */
  readonly notice: 'animated' | 'simulated' | null;
}
