import type { Calibration } from '../pixels/calibration.ts';
import type { ScaledPicture } from './check-calibration.ts';
import { MACHINE } from './picture-scale.ts';

interface Found {
  readonly source: Calibration['source'];
  /** Centimetres a pixel of the analysed picture is high. */
  readonly cmPerPixel: number;
  /** Standard uncertainty of finding it, as a share; the machine's own comes on top. */
  readonly uncertainty: number;
}

/** A scale found in the analysed picture as a calibration of the picture as opened, the whole of it. */
export function spreadScale({ analysed, opened, sector }: ScaledPicture, found: Found): Calibration {
  const aspect = sector?.pixelAspect ?? 1;
  return {
    source: found.source,
    cmPerPixelX: (found.cmPerPixel * aspect * analysed.width) / opened.width,
    cmPerPixelY: (found.cmPerPixel * analysed.height) / opened.height,
    region: { x: 0, y: 0, width: opened.width, height: opened.height },
    uncertainty: Math.hypot(found.uncertainty, MACHINE),
  };
}
