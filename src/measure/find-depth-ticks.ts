import type { GreyImage } from '../pixels/grey-image.ts';
import type { Sector } from '../pixels/sector.ts';
import type { Line } from './measurement.ts';

/** Evenly spaced ticks that were found beside the sector, in pixels of the analysed picture. */
export interface DepthTicks {
  /** First and last tick. */
  readonly line: Line;
  /** Ticks from the first to the last, both counted. */
  readonly count: number;
  /** Pixels from tick to tick, aspect not corrected: along the line. */
  readonly spacing: number;
  /**
   * Centimetres from tick to tick that would give a likely depth, likeliest first; the person says which. Machines
   * tick every 0.5 or 1 cm, or every 5 cm where the picture is small.
   */
  readonly proposals: readonly number[];
}

/** Looks for depth ticks beside the sector; null where none are plain. PROVISIONAL: finds none yet. */
export function findDepthTicks(_grey: GreyImage, _sector: Sector): DepthTicks | null {
  return null;
}
