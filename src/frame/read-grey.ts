import { Failure } from '../failure.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { toGreyImage } from '../pixels/to-grey-image.ts';

/**
 * A picture's grey values, in the size that was analysed.
 * @throws Failure `unexpected` where the browser gives no canvas
 */
export function readGrey(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
): GreyImage {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (context === null) throw new Failure('unexpected', 'no 2D canvas to read a picture');
  context.drawImage(bitmap, 0, 0, width, height);
  return toGreyImage(context.getImageData(0, 0, width, height));
}
