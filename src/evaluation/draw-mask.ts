import type { Polygon } from '../annotation/annotation.ts';
import type { Box, Point } from '../pixels/sector.ts';
import { sectorSpans } from '../pixels/sector-mask.ts';

/** The pixels of a part of a picture: 1 inside, 0 outside; row-major, `box.width × box.height`. */
export interface Mask {
  readonly box: Box;
  readonly pixels: Uint8Array;
}

/** Marks the pixels of a box of whole pixels whose centres lie in any of the polygons, outside their holes. */
export function drawMask(polygons: readonly Polygon[], box: Box): Mask {
  const pixels = new Uint8Array(box.width * box.height);
  for (const { outer, holes } of polygons) {
    if (holes.length === 0) fillRing({ box, pixels }, outer, 1);
    else {
      // A hole takes away from its own polygon only.
      const alone = { box, pixels: new Uint8Array(pixels.length) };
      fillRing(alone, outer, 1);
      for (const hole of holes) fillRing(alone, hole, 0);
      alone.pixels.forEach((value, i) => {
        if (value === 1) pixels[i] = 1;
      });
    }
  }
  return { box, pixels };
}

function fillRing({ box, pixels }: Mask, ring: readonly Point[], value: 0 | 1): void {
  const shifted = ring.map(({ x, y }) => ({ x: x - box.x, y: y - box.y }));
  for (const { row, from, to } of sectorSpans(shifted, box.width, box.height)) {
    pixels.fill(value, row * box.width + from, row * box.width + to);
  }
}

/** The smallest box of whole pixels round the polygons that lies within `limits`; its sides may be 0. */
export function boxAround(polygons: readonly Polygon[], limits: Box): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of polygons.flatMap(({ outer }) => outer)) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const x = Math.max(limits.x, Math.floor(left));
  const y = Math.max(limits.y, Math.floor(top));
  const width = Math.min(limits.x + limits.width, Math.ceil(right)) - x;
  const height = Math.min(limits.y + limits.height, Math.ceil(bottom)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : { x: 0, y: 0, width: 0, height: 0 };
}

/** Where nothing says how large the picture is; larger coordinates than this are a mistake. */
export const largestPicture: Box = { x: 0, y: 0, width: 8192, height: 8192 };
