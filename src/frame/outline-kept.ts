import type { Analysis } from '../analysis.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Box, Point } from '../pixels/sector.ts';

/**
 * What part of a picture that may name somebody is kept: the sector, else the calibrated region, else nothing. In
 * pixels of the picture as opened, which may be larger than it was analysed.
 */
export function outlineKept(
  { outcome, width, height }: Pick<Analysis, 'outcome' | 'width' | 'height'>,
  picture: { readonly width: number; readonly height: number },
  calibration: Calibration | null,
): readonly Point[] {
  const { sector } = outcome;
  if (sector === null) return calibration === null ? [] : cornersOf(calibration.region);
  const [across, down] = [picture.width / width, picture.height / height];
  return sector.outline.map(({ x, y }) => ({ x: x * across, y: y * down }));
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
