import { Failure } from '../failure.ts';
import { kidneyCropBox, type Poles } from '../pixels/fit-kidney-crop.ts';
import type { Sector } from '../pixels/sector.ts';
import { sectorSpans } from '../pixels/sector-mask.ts';

/** A kidney shorter than this has too little in it to be read, in pixels of the analysed picture. */
const leastLength = 24;
/** A crop of which less than this lies in the sector shows no kidney; one that is cut off at a side still does. */
const leastInside = 0.4;

/**
 * Passes the ends of a long axis round which a picture can be cropped.
 * @throws Failure `crop-small` for ends that are too close together, `crop-outside` for a crop that lies mostly outside
 * the sector.
 */
export function checkAxis(poles: Poles, sector: Sector): void {
  const [a, b] = poles;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (!(length >= leastLength)) throw new Failure('crop-small', `${length.toFixed(0)} pixels`);
  const share = insideShare(poles, sector);
  if (!(share >= leastInside)) throw new Failure('crop-outside', `${Math.round(100 * share)} %`);
}

/** Of the crop's box, the share that lies in the sector, 0–1. */
function insideShare(poles: Poles, { outline, pixelAspect }: Sector): number {
  const box = kidneyCropBox({ poles, side: 1 }, pixelAspect);
  const moved = outline.map(({ x, y }) => ({ x: x - box.x, y: y - box.y }));
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const cells = sectorSpans(moved, width, height).reduce((sum, { from, to }) => sum + to - from, 0);
  return cells / (width * height);
}
