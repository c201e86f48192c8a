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
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const opacity = data[at + 3] ?? 0;
    const luma = RED * (data[at] ?? 0) + GREEN * (data[at + 1] ?? 0) + BLUE * (data[at + 2] ?? 0);
    const whole = (luma + 32_768) >> 16;
    grey[pixel] = opacity === 255 ? whole : Math.round((whole * opacity) / 255);
  }
  return { width, height, data: grey };
}
