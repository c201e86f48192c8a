import { findSector } from '../pixels/find-sector.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { sectorSpans } from '../pixels/sector-mask.ts';
import { blackenGround } from './blacken-ground.ts';

/**
 * A rectified screen with everything but its scan painted black: the sector is sought where the ground is black already,
 * and cut out of the picture as it was. Itself where no sector is seen. Names and settings beside the scan go with it.
 */
export function keepScan(image: GreyImage): GreyImage {
  const sector = findSector(blackenGround(image));
  if (sector === null) return image;
  const { width, height } = image;
  const data = new Uint8Array(width * height);
  for (const { row, from, to } of sectorSpans(sector.outline, width, height)) {
    const start = row * width;
    data.set(image.data.subarray(start + from, start + to), start + from);
  }
  return { width, height, data };
}
