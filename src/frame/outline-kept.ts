import type { Analysis } from '../analysis.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Box, Point } from '../pixels/sector.ts';

type Size = Pick<ImageBitmap, 'width' | 'height'>;

/**
 * What part of a picture that may name somebody is kept: the sector, else the calibrated region, else nothing. An outline in
 * pixels of the picture, which may be larger than it was analysed.
 */
export function outlineKept(
  picture: Size,
  analysis: Pick<Analysis, 'outcome' | 'width' | 'height'>,
  calibration: Calibration | null,
): readonly Point[] {
  const { sector } = analysis.outcome;
  if (sector === null) return calibration === null ? [] : cornersOf(calibration.region);
  const across = picture.width / analysis.width;
  const down = picture.height / analysis.height;
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
