import { fitKidneyCrop } from '../pixels/fit-kidney-crop.ts';
import { fitModelInput } from '../pixels/fit-model-input.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import type { InputGeometry, ModelInput } from '../pixels/model-input.ts';
import type { Point, Sector } from '../pixels/sector.ts';
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
 * Takes burned-in marks out of a picture and cuts out what models want.
 * @throws Failure `crop-outside`, `crop-small`.
 */
export function prepareCrop(image: GreyImage, { sector, axis, inputs }: CropWish): CutOut {
  const erased = { calipers: 0, texts: 0, share: 0 };
  if (axis === null) return { axis, burnedIn: null, erased, inputs: [] };
  checkAxis(axis.poles, sector);
  const cut = ({ region, ...size }: CropGeometry): ModelInput =>
    region === 'kidney-crop'
      ? fitKidneyCrop(image, sector, { poles: axis.poles, side: size.width })
      : fitModelInput(image, sector, { ...size, region });
  return { axis, burnedIn: null, erased, inputs: inputs.map(cut) };
}
