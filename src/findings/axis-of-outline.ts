import { findPoles } from '../pixels/find-poles.ts';
import type { Point, Sector } from '../pixels/sector.ts';
import { sectorMask } from '../pixels/sector-mask.ts';
import type { CropAxis } from './crop-reading.ts';

/** The long axis of an outlined kidney, from the mask of its capsule; null for an outline without an extent. */
export function axisOfOutline(
  capsule: readonly (readonly Point[])[],
  { width, height }: { readonly width: number; readonly height: number },
  { pixelAspect }: Pick<Sector, 'pixelAspect'>,
): CropAxis | null {
  const data = new Uint8Array(width * height);
  for (const contour of capsule) {
    for (const [cell, inside] of sectorMask(contour, width, height).entries()) {
      if (inside === 1) data[cell] = 1;
    }
  }
  const poles = findPoles({ width, height, data }, pixelAspect);
  return poles && { poles, from: 'mask' };
}
