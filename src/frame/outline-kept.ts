import type { Calibration } from '../pixels/calibration.ts';
import type { Box, Point, Sector } from '../pixels/sector.ts';

/** What part of a picture that may name somebody is kept: the sector, else the calibrated region, else nothing. */
export function outlineKept(sector: Sector | null, calibration: Calibration | null): readonly Point[] {
  if (sector !== null) return sector.outline;
  return calibration === null ? [] : cornersOf(calibration.region);
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
