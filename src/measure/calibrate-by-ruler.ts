import type { CalibrationOutcome } from './calibration-outcome.ts';
import { checkCalibration, type ScaledPicture } from './check-calibration.ts';
import { MARK } from './measure-caliper.ts';
import type { Line } from './measurement.ts';
import { spreadScale } from './spread-scale.ts';

/** Closer marks say nothing: each may be a pixel off. */
const LEAST_PIXELS = 12;
const LONGEST_CM = 40;

/** Two marks on the machine's ruler, in pixels of the analysed picture, and the centimetres between them. */
export interface Ruler extends Line {
  readonly cm: number;
}

/**
 * The scale from two marks a known distance apart. Its uncertainty is that of setting the marks, over their distance:
 * far marks are better.
 */
export function calibrateByRuler({ from, to, cm }: Ruler, picture: ScaledPicture): CalibrationOutcome {
  if (!(cm > 0 && cm <= LONGEST_CM)) return { kind: 'refused', reason: 'length-unlikely' };
  const aspect = picture.sector?.pixelAspect ?? 1;
  const pixels = Math.hypot((to.x - from.x) * aspect, to.y - from.y);
  if (!(pixels >= LEAST_PIXELS)) return { kind: 'refused', reason: 'marks-too-close' };
  const calibration = spreadScale(picture, {
    source: 'ruler',
    cmPerPixel: cm / pixels,
    uncertainty: (Math.SQRT2 * MARK) / pixels,
  });
  return checkCalibration(calibration, picture);
}
