import type { GreyImage } from '../src/pixels/grey-image.ts';
import { limitSize } from '../src/pixels/limit-size.ts';
import { coloursOf, greyOf } from '../src/pixels/planar-image.ts';
import { type ColourReading, readColour } from '../src/pixels/read-colour.ts';
import { toGreyImage } from '../src/pixels/to-grey-image.ts';
import { createDrawing } from './draw-picture.ts';
import type { Picture } from './protocol.ts';
import { readPlanes } from './read-planes.ts';

/** A picture in the one size and the one colour that everything else works on. */
export interface ReadPicture {
  /** At most 512 pixels on its long side. */
  readonly grey: GreyImage;
  readonly colour: ColourReading;
}

/** Pictures are analysed with their long side at most this long; more costs time and tells nothing more. */
const longSide = 512;
/** Enough pixels of a camera's picture to see whether it is coloured. */
const colourSide = 128;

/** Reads pictures, on one canvas that is kept from picture to picture; each is closed. */
export function createPictureReader(): (picture: Picture) => Promise<ReadPicture> {
  const toPixels = createDrawing();
  return async (picture) => {
    try {
      const planes = await readPlanes(picture);
      if (planes) {
        const step = Math.ceil(Math.max(planes.width, planes.height) / colourSide);
        return {
          grey: greyOf(planes, longSide),
          colour: readColour(coloursOf(planes, step), 1),
        };
      }
      const pixels = toPixels(picture);
      return { grey: limitSize(toGreyImage(pixels), longSide), colour: readColour(pixels) };
    } finally {
      if ('close' in picture) picture.close();
    }
  };
}
