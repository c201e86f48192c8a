import { findShadows } from './find-shadows.ts';
import type { GreyImage } from './grey-image.ts';
import type { Meters } from './meters.ts';
import { readBrightness } from './read-brightness.ts';
import { readDepthCurve } from './read-depth-curve.ts';
import { readSharpness } from './read-sharpness.ts';
import { sampleBeams } from './sample-beams.ts';
import type { Sector } from './sector.ts';
import { maskOfSpans, sectorSpans } from './sector-mask.ts';

/** Reads gain, time gain, shadow and sharpness from the pixels inside the sector. */
export function readMeters(image: GreyImage, sector: Sector): Meters {
  const spans = sectorSpans(sector.outline, image.width, image.height);
  const mask = maskOfSpans(spans, image.width, image.height);
  const beams = sampleBeams(image, sector, mask);
  return {
    ...readBrightness(image, spans),
    ...readDepthCurve(beams),
    ...findShadows(beams),
    sharpness: readSharpness(image, sector, mask),
  };
}
