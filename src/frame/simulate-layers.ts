import type { LayeredWish } from '../phantom/draw-layered.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { startPhantom } from './phantom-link.ts';

/** A simulated picture, and `Region` by pixel. */
export interface DrawnLayers {
  readonly bitmap: ImageBitmap;
  readonly regions: GreyImage;
}

/**
 * Has a limb or a kidney simulated in a worker of its own.
 * @throws Failure `worker-lost` or `timed-out`.
 */
export async function simulateLayers(wish: LayeredWish): Promise<DrawnLayers> {
  const phantom = startPhantom();
  try {
    const { pixels, regions } = await phantom.ask('drawLayered', wish);
    const { width, height } = pixels;
    return { bitmap: await createImageBitmap(pixels), regions: { width, height, data: regions } };
  } finally {
    phantom.end();
  }
}
