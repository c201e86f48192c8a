import type { Point } from '../pixels/sector.ts';

/** What an attribute of a file can be: VIA writes texts, and objects of yes and no for its check boxes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Named values that a reader gave, in the order in which they were given. */
export type Attributes = Readonly<Record<string, Json>>;

/** A closed outline with the holes in it; no ring repeats its first point. */
export interface Polygon {
  readonly kind: 'polygon';
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
}

/** Everything that an annotation can draw, in pixels of the original picture. */
export type Shape =
  | Polygon
  | { readonly kind: 'polyline'; readonly points: readonly Point[] }
  | { readonly kind: 'point'; readonly at: Point }
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'circle'; readonly centre: Point; readonly radius: number }
  /** `angle` in radians, from the x axis towards y. */
  | {
      readonly kind: 'ellipse';
      readonly centre: Point;
      readonly radiusX: number;
      readonly radiusY: number;
      readonly angle: number;
    };

/** One thing that a reader marked. */
export interface Region {
  readonly shape: Shape;
  /** What was marked, as the file spells it ("Capsule"); empty where the reader did not say. */
  readonly label: string;
  /** Regions of one picture with the same number are parts of one object; null for an object of one part. */
  readonly group: number | null;
  /** Whatever else the file says about the region. */
  readonly attributes: Attributes;
}

/** One picture and what a reader said about it. */
export interface AnnotatedPicture {
  readonly fileName: string;
  /** Bytes; null where the file does not say. */
  readonly fileSize: number | null;
  /** Pixels; null where the file does not say. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What was said about the whole picture: quality, view, comments. */
  readonly attributes: Attributes;
  readonly regions: readonly Region[];
}

/** What one reader said about a set of pictures. */
export interface Annotations {
  readonly pictures: readonly AnnotatedPicture[];
  /** The attribute that names what was marked, where the format has several ("Anatomy"). */
  readonly labelKey: string;
  /** What the file said about itself, by the file's own names, to be written again: VIA's settings, COCO's licences. */
  readonly about?: Attributes;
}
