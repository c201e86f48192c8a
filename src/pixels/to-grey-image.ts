import type { GreyImage } from './grey-image.ts';

/** A picture as a canvas gives it: red, green, blue, opacity, each 0–255, row-major. */
export interface ColourImage {
  readonly width: number;
  readonly height: number;
  /** Length `width × height × 4`. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Rec. 601 weights of red, green and blue (ITU-R BT.601-7, 2.5.1), in parts of 65,536. */
const RED = 19_595;
const GREEN = 38_470;
const BLUE = 7_471;

/** The luma of a colour picture over black, 0–255. */
export function toGreyImage({ width, height, data }: ColourImage): GreyImage {
  const grey = new Uint8Array(width * height);
  const words = wordsOf(data);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const word = words[pixel] ?? 0;
    const luma = RED * (word & 255) + GREEN * ((word >>> 8) & 255) + BLUE * ((word >>> 16) & 255);
    const whole = (luma + 32_768) >> 16;
    const opacity = word >>> 24;
    grey[pixel] = opacity === 255 ? whole : Math.round((whole * opacity) / 255);
  }
  return { width, height, data: grey };
}

/** Four bytes at a time, red lowest: one read a pixel. Every machine with a browser stores low bytes first. */
function wordsOf(data: ColourImage['data']): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}
