import type { Size } from '../measure/picture-scale.ts';
import type { Examination } from './examination.ts';

/** The worker analyses longer pictures in this length (`workers/draw-picture.ts`). */
const longestAnalysed = 1280;

/** The size of the picture as opened, as far as the record alone tells it; null where the picture must be read for it. */
export function recordedSize({ additions, analysis }: Examination): Size | null {
  // A scale that was set by hand holds for the whole picture.
  if (additions?.calibration !== undefined) return additions.calibration.region;
  const { width, height } = analysis;
  return Math.max(width, height) < longestAnalysed ? { width, height } : null;
}
