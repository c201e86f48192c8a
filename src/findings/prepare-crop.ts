import { type BurnedIn, findBurnedIn } from '../pixels/find-burned-in.ts';
import { fitKidneyCrop, kidneyCropBox } from '../pixels/fit-kidney-crop.ts';
import { fitModelInput } from '../pixels/fit-model-input.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import type { InputGeometry, ModelInput } from '../pixels/model-input.ts';
import { paintOver } from '../pixels/paint-over.ts';
import { proposeAxis } from '../pixels/propose-axis.ts';
import type { Box, Point, Sector } from '../pixels/sector.ts';
import { axisOfOutline } from './axis-of-outline.ts';
import { checkAxis } from './check-axis.ts';
import type { CropAxis, ErasedMarks } from './crop-reading.ts';

/** How a model of findings or function wants its input: a kidney's crop, or a whole sector or picture. */
export interface CropGeometry extends Omit<InputGeometry, 'region'> {
  readonly region: InputGeometry['region'] | 'kidney-crop';
}

/** What is known of a picture, and what is wanted of it; points in its pixels. */
export interface CropWish {
  readonly sector: Sector;
  /** The kidney's outline, or null. */
  readonly capsule: readonly (readonly Point[])[] | null;
  /** Null to take calipers that the scanner burned in. */
  readonly axis: CropAxis | null;
  readonly inputs: readonly CropGeometry[];
}

/** A picture as models take it; see workers/crop-protocol.ts. */
export interface CutOut {
  readonly axis: CropAxis | null;
  readonly burnedIn: CropAxis | null;
  readonly erased: ErasedMarks;
  readonly inputs: readonly ModelInput[];
}

/**
 * Takes burned-in marks out of a picture and cuts out what models want; with no axis given, round the calipers that
 * stand on the kidney's poles, if two do.
 * @throws Failure `crop-outside`, `crop-small`.
 */
export function prepareCrop(image: GreyImage, { sector, capsule, axis: given, inputs }: CropWish): CutOut {
  const found = findBurnedIn(image, sector);
  const outlinePoles = capsule && (axisOfOutline(capsule, image, sector)?.poles ?? null);
  const proposed = proposeAxis({ calipers: found.calipers, sector, outlinePoles });
  const burnedIn: CropAxis | null = proposed && { poles: proposed, from: 'burned-in' };
  const axis = given ?? burnedIn;
  if (axis === null) return { axis, burnedIn, erased: { calipers: 0, texts: 0, share: 0 }, inputs: [] };
  checkAxis(axis.poles, sector);
  const clean = paintOver(image, found.mask);
  const cut = ({ region, ...size }: CropGeometry): ModelInput =>
    region === 'kidney-crop'
      ? fitKidneyCrop(clean, sector, { poles: axis.poles, side: size.width })
      : fitModelInput(clean, sector, { ...size, region });
  const box = kidneyCropBox({ poles: axis.poles, side: 1 }, sector.pixelAspect);
  return { axis, burnedIn, erased: erasedIn(box, found, image), inputs: inputs.map(cut) };
}

/** How much of what was found lies in a crop. */
function erasedIn(box: Box, { calipers, texts, mask }: BurnedIn, { width, height }: GreyImage): ErasedMarks {
  const [left, right] = [Math.max(0, Math.round(box.x)), Math.min(width, Math.round(box.x + box.width))];
  const [top, bottom] = [Math.max(0, Math.round(box.y)), Math.min(height, Math.round(box.y + box.height))];
  let painted = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) painted += mask[y * width + x] ?? 0;
  return {
    calipers: calipers.filter(({ x, y }) => x >= left && x < right && y >= top && y < bottom).length,
    texts: texts.filter((text) => overlap(text, box)).length,
    share: painted / (box.width * box.height),
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
