import type { Calibration } from '../pixels/calibration.ts';

/**
 * Why a picture has no scale: its file could have had one but none to be trusted, files of its kind never do, or the
 * scale is that of another part of the picture.
 */
export type WhyNoScale = 'file-unclear' | 'never-had' | 'other-region';

/** The scale that counts, or why there is none. */
export type ChosenCalibration =
  | { readonly calibration: Calibration; readonly why: null }
  | { readonly calibration: null; readonly why: WhyNoScale };

/** What a record says about its scale. */
interface Calibrated {
  readonly calibration?: Calibration | null;
  readonly additions?: { readonly calibration?: Calibration };
}

/** A scale that a person set or agreed to goes before the file's own. */
export function chooseCalibration({ calibration, additions }: Calibrated): ChosenCalibration {
  const chosen = additions?.calibration ?? calibration;
  if (chosen) return { calibration: chosen, why: null };
  return { calibration: null, why: chosen === null ? 'file-unclear' : 'never-had' };
}
