import { Failure } from '../failure.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { otherLayer, tissueLayers, unknownLayer } from './layer-map.ts';
import type { TissueLayer } from './tissue-reading.ts';

/** What a value of a mask says: a layer; none of those that the mask names; or nothing. */
export type MaskMeaning = TissueLayer | 'other' | 'unknown';

/** A value of a mask, and how much of the mask has it. */
export interface MaskValue {
  readonly value: number;
  readonly share: number;
}

/** More values than a person could name: a photograph, or a mask that was smoothed. */
const mostValues = 12;

/**
 * The values of a mask, in their order.
 * @throws Failure `mask-values` for a picture with one value, or with more than anybody would draw.
 */
export function listMaskValues({ data }: GreyImage): MaskValue[] {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const values = [...counts].flatMap((count, value) =>
    count === 0 ? [] : [{ value, share: count / data.length }],
  );
  if (values.length < 2 || values.length > mostValues) {
    throw new Failure('mask-values', '', { count: values.length });
  }
  return values;
}

/**
 * What the values most likely mean: black is none of what was drawn; one other value is an aponeurosis, as in the muscle
 * set; 1 and 4 are muscle and fat, as in the thigh set. A person can say otherwise.
 */
export function guessMeanings(values: readonly MaskValue[]): ReadonlyMap<number, MaskMeaning> {
  const drawn = values.filter(({ value }) => value > 0);
  const isThigh = drawn.every(({ value }) => value === 1 || value === 4);
  const guess = (value: number): MaskMeaning => {
    if (value === 0) return 'other';
    if (isThigh) return value === 1 ? 'muscle' : 'skin-fat';
    return drawn.length === 1 ? 'fascia' : 'unknown';
  };
  return new Map(values.map(({ value }) => [value, guess(value)]));
}

/** A mask's cells as layers by their meaning. */
export function layersOfMask(cells: Uint8Array, meanings: ReadonlyMap<number, MaskMeaning>): Uint8Array {
  const layers = new Uint8Array(256).fill(unknownLayer);
  for (const [value, meaning] of meanings) layers[value] = numberOf(meaning);
  return cells.map((value) => layers[value] ?? unknownLayer);
}

function numberOf(meaning: MaskMeaning): number {
  if (meaning === 'other') return otherLayer;
  return meaning === 'unknown' ? unknownLayer : tissueLayers.indexOf(meaning);
}
