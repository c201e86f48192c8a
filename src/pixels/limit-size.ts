import type { GreyImage } from './grey-image.ts';
import { type Axis, axisTaps, resample } from './resample.ts';

/** The picture with its longer side at most `longSide` pixels, areas averaged; itself when it is no longer. */
export function limitSize(image: GreyImage, longSide: number): GreyImage {
  const scale = longSide / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const across = wholeAxis(image.width, scale);
  const down = wholeAxis(image.height, scale);
  const data = resample(image, axisTaps(across), axisTaps(down));
  return { width: across.outputs, height: down.outputs, data };
}

/** All of an axis, onto a whole number of pixels. */
function wholeAxis(sources: number, scale: number): Axis {
  const outputs = Math.max(1, Math.round(sources * scale));
  return { outputs, sources, scale: outputs / sources, offset: 0, from: 0, to: sources };
}
