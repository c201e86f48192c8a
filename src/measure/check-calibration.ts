import type { Calibration } from '../pixels/calibration.ts';
import { findCuts } from '../pixels/find-cuts.ts';
import type { Point, Sector } from '../pixels/sector.ts';
import type { CalibrationOutcome, CalibrationRefusal } from './calibration-outcome.ts';
import { depthLine } from './depth-line.ts';
import { greatestDiameter, lengthOf } from './greatest-diameter.ts';
import { type Size, scaleOf, toPlane } from './picture-scale.ts';

/** The picture that a scale is for. */
export interface ScaledPicture {
  /** Pixels in which outlines and marks are given. */
  readonly analysed: Size;
  /** Pixels of the picture as opened, which a calibration speaks of. */
  readonly opened: Size;
  readonly sector: Sector | null;
  /** The kidney's border, in pixels of the analysed picture, where one was outlined. */
  readonly capsule?: readonly Point[];
}

/** As the rule for DICOM files: a pixel of a real picture is smaller. */
const LARGEST_PIXEL_CM = 0.2;
/** Machines reach 30 cm and some 40; a small-parts probe still shows 1.5. */
const DEPTH_CM = { least: 1, most: 40 } as const;
/** The largest kidneys that are no polycystic ones have 15 cm or so; one of a preterm child has 3. */
const KIDNEY_CM = { least: 2, most: 20 } as const;

/** Passes a scale on, or refuses one that cannot be right in this picture. */
export function checkCalibration(calibration: Calibration, picture: ScaledPicture): CalibrationOutcome {
  const reason = findReason(calibration, picture);
  return reason === null ? { kind: 'calibrated', calibration } : { kind: 'refused', reason };
}

function findReason(calibration: Calibration, picture: ScaledPicture): CalibrationRefusal | null {
  const { cmPerPixelX: x, cmPerPixelY: y } = calibration;
  if (!(x > 0 && y > 0)) return 'length-unlikely';
  const scale = scaleOf(calibration, picture.analysed, picture.opened);
  const reason = judgeDepth(picture.sector, scale) ?? judgeKidney(picture, scale);
  if (reason !== null) return reason;
  return x >= LARGEST_PIXEL_CM || y >= LARGEST_PIXEL_CM ? 'pixel-too-large' : null;
}

function judgeDepth(sector: Sector | null, scale: { x: number; y: number }): CalibrationRefusal | null {
  if (sector === null) return null;
  const { from, to } = depthLine(sector);
  const depth = lengthOf({ from: toPlane(scale, from), to: toPlane(scale, to) });
  if (depth < DEPTH_CM.least) return 'sector-too-shallow';
  return depth > DEPTH_CM.most ? 'sector-too-deep' : null;
}

function judgeKidney(
  { capsule, sector }: ScaledPicture,
  scale: { x: number; y: number },
): CalibrationRefusal | null {
  if (capsule === undefined || capsule.length < 3) return null;
  const length = lengthOf(greatestDiameter(capsule.map((point) => toPlane(scale, point))));
  if (length > KIDNEY_CM.most) return 'kidney-too-long';
  const isWhole = sector !== null && findCuts(capsule, sector).length === 0;
  return isWhole && length < KIDNEY_CM.least ? 'kidney-too-short' : null;
}
