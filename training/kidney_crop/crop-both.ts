import { findBurnedIn } from '../../src/pixels/find-burned-in.ts';
import { cropMargin, fitKidneyCrop, type Poles } from '../../src/pixels/fit-kidney-crop.ts';
import type { GreyImage } from '../../src/pixels/grey-image.ts';
import type { Placement } from '../../src/pixels/model-input.ts';
import { paintOver } from '../../src/pixels/paint-over.ts';
import type { Sector } from '../../src/pixels/sector.ts';

/** Side of the model's input. */
export const exactSide = 192;
/** Side of the crop that training varies: the same scale, with a rim for other cuts. */
export const wideSide = 260;

/** The crop as the app makes it, and a wider one at the same scale. */
export interface Crops {
  readonly exact: Uint8Array;
  readonly wide: Uint8Array;
  readonly widePlacement: Placement;
}

/** Both crops of a picture, without what a scanner burned in, as the app takes it out. */
export function cropBoth(image: GreyImage, sector: Sector, poles: Poles): Crops {
  const clean = paintOver(image, findBurnedIn(image, sector).mask);
  const exact = fitKidneyCrop(clean, sector, { poles, side: exactSide });
  const margin = (cropMargin * wideSide) / exactSide;
  const wide = fitKidneyCrop(clean, sector, { poles, side: wideSide, margin });
  return { exact: exact.grey, wide: wide.grey, widePlacement: wide.placement };
}

/** Values of a square map at the centres of the wide crop's pixels; 0 outside the map. */
export function findingAt(placement: Placement, map: { width: number; data: Uint8Array }): Uint8Array {
  const rows = map.data.length / map.width;
  return Uint8Array.from({ length: wideSide * wideSide }, (_, i) => {
    const x = Math.floor(((i % wideSide) + 0.5 - placement.offsetX) / placement.scaleX);
    const y = Math.floor((Math.floor(i / wideSide) + 0.5 - placement.offsetY) / placement.scaleY);
    return x >= 0 && y >= 0 && x < map.width && y < rows ? (map.data[y * map.width + x] ?? 0) : 0;
  });
}

/** The whole picture as sector, where none was found. */
export function wholePicture({ width, height }: GreyImage): Sector {
  const outline = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return { shape: 'rectangle', outline, bounds: { x: 0, y: 0, width, height }, apex: null };
}
