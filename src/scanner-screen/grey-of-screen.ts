import type { GreyImage } from '../pixels/grey-image.ts';
import type { ColourImage } from '../pixels/to-grey-image.ts';

/**
 * Colour to grey by the plain mean of red, green and blue, 0–255. The three stripes of a display's pixel beat with
 * the camera's grid a third of a cycle apart, so that in the plain mean, unlike in luma, most of a colour moiré
 * cancels. What beats alike in all three colours stays.
 */
export function greyOfScreen({ width, height, data }: ColourImage): GreyImage {
  const grey = new Uint8Array(width * height);
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const word = words[pixel] ?? 0;
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255);
    // 21,846 / 65,536 is a third; sums reach 765, which stays below 2³¹.
    grey[pixel] = (sum * 21_846) >> 16;
  }
  return { width, height, data: grey };
}
