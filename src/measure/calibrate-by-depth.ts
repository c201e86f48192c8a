import { beamGeometry } from '../pixels/beam-geometry.ts';
import { isInside } from '../pixels/polygon.ts';
import type { Sector } from '../pixels/sector.ts';
import type { CalibrationOutcome } from './calibration-outcome.ts';
import { checkCalibration, type ScaledPicture } from './check-calibration.ts';
import { depthLine } from './depth-line.ts';
import { spreadScale } from './spread-scale.ts';

/**
 * Standard uncertainty of the depth of a found sector, as a share. On simulated fans it is off by 0.3 % and seldom by 1;
 * real edges fade, and machines round the depth that they show: chosen.
 */
const SECTOR_DEPTH = 0.02;
/** A far edge so near the picture's frame, as a share of its height, may lie beyond it. */
const FRAME = 0.004;
/**
 * Places of the beams that lie in a whole fan, a little inside its arcs: the middle far end is missing where a panel cuts
 * the far arc off, the near ends at the sides where the picture's frame cuts off the probe's face.
 */
const inWholeFan = [
  { depth: 0.97, lateral: 0.5 },
  { depth: 0.03, lateral: 0.15 },
  { depth: 0.03, lateral: 0.85 },
] as const;

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
  if (to.y > (1 - FRAME) * analysed.height || isCutOff(sector))
    return { kind: 'refused', reason: 'depth-not-in-view' };
  const aspect = sector.pixelAspect ?? 1;
  const pixels = Math.hypot((to.x - from.x) * aspect, to.y - from.y);
  const calibration = spreadScale(picture, {
    source: 'depth',
    cmPerPixel: depthCm / pixels,
    uncertainty: SECTOR_DEPTH,
  });
  return checkCalibration(calibration, picture);
}

function isCutOff(sector: Sector): boolean {
  const { toPoint } = beamGeometry(sector);
  return sector.shape === 'fan' && !inWholeFan.every((beam) => isInside(sector.outline, toPoint(beam)));
}
