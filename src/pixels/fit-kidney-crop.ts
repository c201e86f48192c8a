import type { GreyImage } from './grey-image.ts';
import type { ModelInput } from './model-input.ts';
import { axisTaps, resample } from './resample.ts';
import type { Box, Point, Sector } from './sector.ts';
import { sectorSpans } from './sector-mask.ts';

/** The ends of a kidney's long axis, picture pixels: two caliper marks, or the poles of a capsule mask. */
export type Poles = readonly [Point, Point];

/** Side of the crop over the length of the long axis: room for perirenal fat and for marks set a little wrong. */
export const cropMargin = 1.15;

/** What is cropped: `side` of the result in pixels, `margin` in lengths of the long axis. */
export interface KidneyCrop {
  readonly poles: Poles;
  readonly side: number;
  readonly margin?: number;
}

/**
 * The tailored crop: the square round the middle of the kidney's long axis, `side × side` grey 0–255, 0 outside
 * the sector. Kuo et al. (npj Digit Med 2019;2:29) cut round the two marks of the length measurement likewise. The
 * square is not turned with the axis, for shadows and enhancement run down the picture. It is square on the patient:
 * where the sector tells that pixels are not square, the box in the picture is not square either.
 *
 * Throws a RangeError where the poles coincide or are not finite.
 */
export function fitKidneyCrop(image: GreyImage, sector: Sector, crop: KidneyCrop): ModelInput {
  const { side } = crop;
  const box = kidneyCropBox(crop, sector.pixelAspect);
  const scaleX = side / box.width;
  const scaleY = side / box.height;
  const placement = { scaleX, scaleY, offsetX: -box.x * scaleX, offsetY: -box.y * scaleY };
  const across = axisTaps({
    outputs: side,
    sources: image.width,
    scale: scaleX,
    offset: placement.offsetX,
    from: Math.max(0, box.x),
    to: Math.min(image.width, box.x + box.width),
  });
  const down = axisTaps({
    outputs: side,
    sources: image.height,
    scale: scaleY,
    offset: placement.offsetY,
    from: Math.max(0, box.y),
    to: Math.min(image.height, box.y + box.height),
  });
  return { grey: resample(blankOutside(image, sector), across, down), placement };
}

/** Where the crop lies in the picture. `pixelAspect`: width of a pixel over its height. */
export function kidneyCropBox({ poles, margin = cropMargin }: KidneyCrop, pixelAspect = 1): Box {
  const [a, b] = poles;
  const length = Math.hypot((b.x - a.x) * pixelAspect, b.y - a.y);
  if (!(length > 0 && Number.isFinite(length)))
    throw new RangeError('The poles of a kidney are two places apart.');
  const height = margin * length;
  const width = height / pixelAspect;
  return { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2, width, height };
}

function blankOutside({ width, height, data }: GreyImage, { outline }: Sector): GreyImage {
  const kept = new Uint8Array(width * height);
  for (const { row, from, to } of sectorSpans(outline, width, height)) {
    kept.set(data.subarray(row * width + from, row * width + to), row * width + from);
  }
  return { width, height, data: kept };
}
