import { type Diameters, type EllipsoidVolume, ellipsoidVolume } from './ellipsoid-volume.ts';
import { measureCaliper } from './measure-caliper.ts';
import type { MeasuredPicture } from './measure-examination.ts';
import type { Line, Measurement } from './measurement.ts';
import type { Centimetres } from './units.ts';

/** A caliper and what it was laid along. */
export interface PurposedLine extends Line {
  readonly purpose: 'length' | 'width' | 'cortex' | 'parenchyma' | 'other';
}

/** One of the two pictures: its sizes, and the calipers on it. */
export interface KidneyView {
  readonly measured: MeasuredPicture;
  readonly calipers: readonly PurposedLine[];
}

/** The two diameters that one picture shows. */
interface ViewDiameters {
  readonly length: Measurement<Centimetres>;
  readonly width: Measurement<Centimetres>;
}

/** A volume from two pictures, which of them is the long view, or why there is none. */
export type PairVolume =
  | {
      readonly kind: 'measured';
      readonly volume: EllipsoidVolume;
      readonly diameters: Diameters;
      /** The longer one is taken as the view along the kidney: 0 for the first picture, 1 for the second. */
      readonly along: 0 | 1;
    }
  | { readonly kind: 'none'; readonly why: 'no-scale' | 'no-sizes' };

/** The ellipsoid volume of a kidney that two pictures show in two views, whichever is which. */
export function pairVolume(first: KidneyView, second: KidneyView): PairVolume {
  if (first.measured.scale.unit === 'px' || second.measured.scale.unit === 'px') {
    return { kind: 'none', why: 'no-scale' };
  }
  const [a, b] = [readDiameters(first), readDiameters(second)];
  if (a === null || b === null) return { kind: 'none', why: 'no-sizes' };
  const along = a.length.value >= b.length.value ? 0 : 1;
  const [long, across] = along === 0 ? [a, b] : [b, a];
  const diameters = { length: long.length, width: across.length, depth: across.width };
  return { kind: 'measured', volume: ellipsoidVolume(diameters), diameters, along };
}

/** Length and width of a picture in centimetres. */
function readDiameters(view: KidneyView): ViewDiameters | null {
  const [length, width] = [viewDiameter(view, 'length'), viewDiameter(view, 'width')];
  return length && width && { length, width };
}

/** A diameter of one picture in centimetres: the last caliper laid along it, before the outline's. */
export function viewDiameter(
  { measured: { kidney, scale }, calipers }: KidneyView,
  purpose: 'length' | 'width',
): Measurement<Centimetres> | null {
  const sizes = kidney.kind === 'measured' && kidney.sizes.unit === 'cm' ? kidney.sizes : null;
  const caliper = calipers.findLast((one) => one.purpose === purpose);
  const byHand = caliper && measureCaliper(caliper, scale);
  return byHand?.unit === 'cm' ? byHand : (sizes?.[purpose] ?? null);
}
