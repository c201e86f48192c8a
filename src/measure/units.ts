declare const unit: unique symbol;

/** A length in centimetres of the patient, never of a screen. */
export type Centimetres = number & { readonly [unit]: 'cm' };
/** An area in square centimetres. */
export type SquareCentimetres = number & { readonly [unit]: 'cm²' };
/** A volume in millilitres, which are cubic centimetres. */
export type Millilitres = number & { readonly [unit]: 'ml' };
/** A length in the heights of a pixel of the analysed picture, where no scale is known. */
export type Pixels = number & { readonly [unit]: 'px' };
/** An area in squares as high as a pixel of the analysed picture. */
export type SquarePixels = number & { readonly [unit]: 'px²' };

/** A measured value and how sure it is. */
export interface Measured<Value extends number> {
  readonly value: Value;
  /** Half the width of the interval that holds the truth in 95 of 100 cases, in the value's own unit. */
  readonly plusMinus: Value;
}
