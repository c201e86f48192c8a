import type { Origin, StoredPicture } from '../history/examination.ts';
import type { Calibration } from '../pixels/calibration.ts';

/** One picture from any source, ready to be analysed. */
export interface Frame {
  /** Upright, in the size it will be shown. */
  readonly bitmap: ImageBitmap;
  readonly origin: Origin;
  /** The file's name, or an empty string. */
  readonly name: string;
  /** What history keeps; null where that is made once the sector is known. */
  readonly picture: StoredPicture | null;
  /** What a user must know beside the verdict: only a part was looked at, or nobody was scanned. */
  readonly notice: 'animated' | 'simulated' | null;
  /** How long a centimetre is, or null where nothing trustworthy says so. */
  readonly calibration: Calibration | null;
  /** Whether text outside the sector may name a patient: it is blanked before anything is kept. */
  readonly isIdentifying: boolean;
}
