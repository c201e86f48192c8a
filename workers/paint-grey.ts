import type { GreyImage } from '../src/pixels/grey-image.ts';

/** Grey to RGBA, opaque: what a canvas and `createImageBitmap` take. */
export function paintGrey({ width, height, data }: GreyImage): ImageData {
  const pixels = new ImageData(width, height);
  // One write a pixel; the order of bytes is little-endian on every device that runs a browser.
  const words = new Uint32Array(pixels.data.buffer);
  for (let i = 0; i < words.length; i += 1) words[i] = 0xff00_0000 | ((data[i] ?? 0) * 0x01_0101);
  return pixels;
}
