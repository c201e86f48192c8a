import { findPoles } from '../pixels/find-poles.ts';
import type { Point, Sector } from '../pixels/sector.ts';
import { maskOfSpans, sectorSpans } from '../pixels/sector-mask.ts';
import type { CropAxis } from './crop-reading.ts';

/** The long axis of an outlined kidney, from the mask of its capsule; null for an outline without an extent. */
export function axisOfOutline(
  capsule: readonly (readonly Point[])[],
  { width, height }: { readonly width: number; readonly height: number },
  { pixelAspect }: Pick<Sector, 'pixelAspect'>,
): CropAxis | null {
  const spans = capsule.flatMap((contour) => sectorSpans(contour, width, height));
  const data = maskOfSpans(spans, width, height);
  const poles = findPoles({ width, height, data }, pixelAspect);
  return poles && { poles, from: 'mask' };
}
