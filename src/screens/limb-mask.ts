import { Failure } from '../failure.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { fitToGrid, type MapGrid } from '../tissue/layer-map.ts';
import { guessMeanings, listMaskValues, type MaskMeaning, type MaskValue } from '../tissue/mask-values.ts';
import { type LimbTruth, truthOfMask } from '../tissue/picture-layers.ts';

/** A mask that somebody drew, and what its values are taken for. */
export interface LimbMask {
  readonly image: GreyImage;
  readonly values: readonly MaskValue[];
  readonly meanings: ReadonlyMap<number, MaskMeaning>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Proportions may differ by the rounding of a picture that was made smaller. */
const tolerance = 0.02;

/**
 * Takes a picture as the mask of another.
 * @throws Failure `mask-size` for other proportions, `mask-values` for too many values, or one.
 */
export function takeMask(image: GreyImage, picture: Size): LimbMask {
  const ratio = (image.width * picture.height) / (image.height * picture.width);
  if (Math.abs(ratio - 1) > tolerance) {
    const { width, height } = picture;
    throw new Failure('mask-size', '', { maskWidth: image.width, maskHeight: image.height, width, height });
  }
  const values = listMaskValues(image);
  return { image, values, meanings: guessMeanings(values) };
}

/** A mask as the truth on a map's grid, which is given in pixels of a picture of that size. */
export function truthOf({ image, meanings }: LimbMask, size: Size, grid: MapGrid): LimbTruth {
  return truthOfMask(fitToGrid(image, size, grid), meanings, grid);
}
