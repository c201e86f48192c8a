import type { Sample } from '../../workers/phantom-protocol.ts';
import { encodePicture } from './encode-picture.ts';
import type { Frame } from './frame.ts';

/** A simulated picture as a frame: nobody was scanned, and the result says so; its scale is known exactly. */
export async function simulatedFrame(
  { pixels, cmPerPixel }: Pick<Sample, 'pixels' | 'cmPerPixel'>,
  name: string,
): Promise<Frame> {
  const { width, height } = pixels;
  const bitmap = await createImageBitmap(pixels);
  const picture = await encodePicture(bitmap, { longestSide: 640, type: 'image/png' });
  return {
    bitmap,
    origin: 'sample',
    name,
    picture,
    notice: 'simulated',
    calibration: {
      source: 'simulation',
      cmPerPixelX: cmPerPixel,
      cmPerPixelY: cmPerPixel,
      region: { x: 0, y: 0, width, height },
    },
    isIdentifying: false,
  };
}
