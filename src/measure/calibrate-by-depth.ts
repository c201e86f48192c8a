import { beamGeometry } from '../pixels/beam-geometry.ts';
import type { Sector } from '../pixels/sector.ts';
import type { CalibrationOutcome } from './calibration-outcome.ts';
import { checkCalibration, type ScaledPicture } from './check-calibration.ts';
import type { Line } from './measurement.ts';
import { spreadScale } from './spread-scale.ts';

/** PROVISIONAL until measured: how far the depth of a found sector is off, as a standard deviation of its share. */
const SECTOR_DEPTH = 0.03;
/** A far edge so near the picture's frame, as a share of its height, may lie beyond it. */
const FRAME = 0.01;

/** The middle beam from the probe's face to the far edge, in the sector's pixels: what a machine's depth means. */
export function depthLine(sector: Sector): Line {
  const { toPoint } = beamGeometry(sector);
  return { from: toPoint({ depth: 0, lateral: 0.5 }), to: toPoint({ depth: 1, lateral: 0.5 }) };
}

/**
 * The scale from the depth that the machine shows, which is that of the middle beam. Refused where the sector's far
 * edge runs into the picture's frame, as in a zoomed picture: what is in view is then less than the depth.
 */
export function calibrateByDepth(
  { depthCm }: { readonly depthCm: number },
  picture: ScaledPicture,
): CalibrationOutcome {
  const { sector, analysed } = picture;
  if (sector === null) return { kind: 'refused', reason: 'no-sector' };
  if (!(depthCm >= 1 && depthCm <= 40)) return { kind: 'refused', reason: 'length-unlikely' };
  const { from, to } = depthLine(sector);
  if (to.y > (1 - FRAME) * analysed.height) return { kind: 'refused', reason: 'depth-not-in-view' };
  const aspect = sector.pixelAspect ?? 1;
  const pixels = Math.hypot((to.x - from.x) * aspect, to.y - from.y);
  const calibration = spreadScale(picture, {
    source: 'depth',
    cmPerPixel: depthCm / pixels,
    uncertainty: SECTOR_DEPTH,
  });
  return checkCalibration(calibration, picture);
}
