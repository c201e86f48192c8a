import type { Calibration } from '../pixels/calibration.ts';

/** Why a scale is refused. */
export type CalibrationRefusal =
  /** The distance or depth given is no length that a picture of a body can hold. */
  | 'length-unlikely'
  /** The two marks are too close together to say anything. */
  | 'marks-too-close'
  /** The sector would be shallower than 1 cm. */
  | 'sector-too-shallow'
  /** The sector would be deeper than 40 cm. */
  | 'sector-too-deep'
  /** The outlined kidney would be longer than 20 cm. */
  | 'kidney-too-long'
  /** The outlined kidney, wholly in view, would be shorter than 2 cm. */
  | 'kidney-too-short'
  /** A pixel would be as large as no scanner makes it: files without a scale say 1. */
  | 'pixel-too-large'
  /** No insonated area was found, so that its depth cannot be measured. */
  | 'no-sector'
  /** The far edge of the sector lies outside the picture: its depth is not in view. */
  | 'depth-not-in-view';

/** A scale, or why there is none. */
export type CalibrationOutcome =
  | { readonly kind: 'calibrated'; readonly calibration: Calibration }
  | { readonly kind: 'refused'; readonly reason: CalibrationRefusal };
