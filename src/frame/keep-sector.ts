import type { Analysis } from '../analysis.ts';
import type { StoredPicture } from '../history/examination.ts';
import { blankOutside } from './blank-outside.ts';
import { encodePicture, encodeThumbnail } from './encode-picture.ts';
import type { Frame } from './frame.ts';
import { outlineKept } from './outline-kept.ts';
import { longestSide } from './shrink-bitmap.ts';

/** What is kept of a picture that may name somebody: the sector on black, as a PNG, and its thumbnail. */
export async function keepSector(
  { bitmap, calibration }: Pick<Frame, 'bitmap' | 'calibration'>,
  analysis: Analysis,
): Promise<{ readonly picture: StoredPicture; readonly thumbnail: StoredPicture }> {
  const blanked = await blankOutside(bitmap, outlineKept(analysis, bitmap, calibration));
  try {
    return {
      picture: await encodePicture(blanked, { longestSide, type: 'image/png' }),
      thumbnail: await encodeThumbnail(blanked),
    };
  } finally {
    blanked.close();
  }
}
