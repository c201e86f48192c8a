import type { Point } from '../pixels/sector.ts';
import type { Centimetres, Measured, Pixels, SquareCentimetres, SquarePixels } from './units.ts';

/** A straight line of the picture, in pixels of the analysed picture. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** What a number was measured on, in pixels of the analysed picture, so that it can be shown there. */
export type Trace =
  | { readonly kind: 'line'; readonly line: Line }
  /** Many lines, of which the value is the median; `line` is the one that comes nearest to it. */
  | { readonly kind: 'lines'; readonly line: Line; readonly all: readonly Line[] }
  | { readonly kind: 'contours'; readonly contours: readonly (readonly Point[])[] };

/** What ± is made of, each half the width of a 95 % interval in the value's unit; they add as squares. */
export interface UncertaintyParts {
  /** The scale, whatever set it. */
  readonly scale: number;
  /** How far the model's border, or a hand, is off. */
  readonly border: number;
  /** How far people who read the same picture differ. */
  readonly readers: number;
}

/** What is measured on one picture. */
export type SizeKind = 'length' | 'width' | 'area' | 'perimeter' | 'cortex' | 'parenchyma';

/** A number, how sure it is and why, and where in the picture it comes from. */
export interface Measurement<Value extends number = number> extends Measured<Value> {
  readonly parts: UncertaintyParts;
  readonly trace: Trace;
  /** The sector cuts the kidney off: it is at least this large. */
  readonly isLowerBound: boolean;
  /** A person drew or corrected the contours it was measured on, or set the marks. */
  readonly isByHand: boolean;
}

/** The sizes of one kidney in one picture; null where what they are measured to was not outlined. */
export interface Sizes<Length extends number, Area extends number> {
  /** Pole to pole: the greatest distance between two places of the capsule. */
  readonly length: Measurement<Length>;
  /** The longest line square to the length from border to border. */
  readonly width: Measurement<Length>;
  readonly area: Measurement<Area>;
  readonly perimeter: Measurement<Length>;
  /** Capsule to the outer border of the pyramids. */
  readonly cortex: Measurement<Length> | null;
  /** Capsule to the central echo complex, away from the hilum. */
  readonly parenchyma: Measurement<Length> | null;
}

/** The sizes, in centimetres where there is a scale, else in pixels. */
export type KidneySizes =
  | ({ readonly unit: 'cm' } & Sizes<Centimetres, SquareCentimetres>)
  | ({ readonly unit: 'px' } & Sizes<Pixels, SquarePixels>);
