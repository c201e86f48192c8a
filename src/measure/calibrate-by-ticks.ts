import type { CalibrationOutcome } from './calibration-outcome.ts';
import { checkCalibration, type ScaledPicture } from './check-calibration.ts';
import type { DepthTicks } from './find-depth-ticks.ts';
import { spreadScale } from './spread-scale.ts';

/** Standard uncertainty of where the first and the last tick lie, in pixels: ticks are drawn to the pixel. */
const TICK = 0.5;

/** The scale from ticks, once a person has said how many centimetres lie between two of them. */
export function calibrateByTicks(
  { ticks, cm }: { readonly ticks: DepthTicks; readonly cm: number },
  picture: ScaledPicture,
): CalibrationOutcome {
  if (!(cm > 0 && cm <= 10)) return { kind: 'refused', reason: 'length-unlikely' };
  const { from, to } = ticks.line;
  const aspect = picture.sector?.pixelAspect ?? 1;
  const pixels = Math.hypot((to.x - from.x) * aspect, to.y - from.y);
  const calibration = spreadScale(picture, {
    source: 'ticks',
    cmPerPixel: (cm * (ticks.count - 1)) / pixels,
    uncertainty: (Math.SQRT2 * TICK) / pixels,
  });
  return checkCalibration(calibration, picture);
}
