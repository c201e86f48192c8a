import type { GreyImage } from './grey-image.ts';
import type { InputGeometry, ModelInput, Placement } from './model-input.ts';
import { axisTaps, resample } from './resample.ts';
import type { Box, Sector } from './sector.ts';
import { sectorSpans } from './sector-mask.ts';

/**
 * Crops, blanks and resizes a picture to what a model wants: grey 0–255, `width × height`, 0 outside the sector
 * and in the padding. Shrinking averages areas, enlarging interpolates linearly.
 */
export function fitModelInput(image: GreyImage, sector: Sector, geometry: InputGeometry): ModelInput {
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  const crop = geometry.region === 'sector' ? sector.bounds : whole;
  const source = geometry.region === 'sector' ? blankOutside(image, sector) : image;
  const placement = place(crop, geometry);
  const across = axisTaps({
    outputs: geometry.width,
    sources: image.width,
    scale: placement.scaleX,
    offset: placement.offsetX,
    from: crop.x,
    to: crop.x + crop.width,
  });
  const down = axisTaps({
    outputs: geometry.height,
    sources: image.height,
    scale: placement.scaleY,
    offset: placement.offsetY,
    from: crop.y,
    to: crop.y + crop.height,
  });
  return { grey: resample(source, across, down), placement };
}

/** Where a crop goes so that it fills the input (`stretch`) or fits into it, centred (`letterbox`). */
function place(crop: Box, { width, height, fit }: InputGeometry): Placement {
  let scaleX = width / crop.width;
  let scaleY = height / crop.height;
  if (fit === 'letterbox') {
    scaleX = Math.min(scaleX, scaleY);
    scaleY = scaleX;
  }
  return {
    scaleX,
    scaleY,
    offsetX: (width - crop.width * scaleX) / 2 - crop.x * scaleX,
    offsetY: (height - crop.height * scaleY) / 2 - crop.y * scaleY,
  };
}

/** The picture with everything outside the sector's outline set to 0. */
function blankOutside(image: GreyImage, sector: Sector): GreyImage {
  const { width, height } = image;
  const data = new Uint8Array(width * height);
  for (const { row, from, to } of sectorSpans(sector.outline, width, height)) {
    data.set(image.data.subarray(row * width + from, row * width + to), row * width + from);
  }
  return { width, height, data };
}
