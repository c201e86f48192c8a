import { encodePicture } from './encode-picture.ts';
import type { Frame } from './frame.ts';

/** A simulated picture as a frame: nobody was scanned, and the result says so. */
export async function simulatedFrame(pixels: ImageData, name: string): Promise<Frame> {
  const bitmap = await createImageBitmap(pixels);
  const picture = await encodePicture(bitmap, { longestSide: 640, type: 'image/png' });
  return {
    bitmap,
    origin: 'sample',
    name,
    picture,
    notice: 'simulated',
    calibration: null,
    isIdentifying: false,
  };
}
