import type { Centimetres } from './units.ts';

/** Who was measured, as far as a reference range needs it; a record's patient context is one. */
export interface ReferencePerson {
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly sex?: 'female' | 'male';
  readonly side?: 'left' | 'right';
}

/** Where a range comes from: a key of `en-measure`, `reference.<source>` the citation, `….whom` who was measured. */
export type ReferenceSource = 'su-2019' | 'kim-2013' | 'hansen-2016';

/** What 95 of 100 healthy people have, as far as one study knows. */
export interface ReferenceRange {
  readonly low: Centimetres;
  readonly high: Centimetres;
  readonly source: ReferenceSource;
}

/** What would have to be known, or why no range fits. */
export type WhyNoReference = 'age-needed' | 'height-needed' | 'no-source-for-age' | 'height-unlikely';

/** A range, or why there is none. */
export type Reference =
  | { readonly kind: 'range'; readonly range: ReferenceRange }
  | { readonly kind: 'none'; readonly why: WhyNoReference };

/** For 95 of 100 in a normal distribution. */
const DEVIATIONS = 1.96;

/**
 * Mean and standard deviation of adults' kidney length, cm: 3,707 healthy people in Taiwan (Su et al., PLoS ONE
 * 2019;14(11):e0224785, abstract read).
 */
const adultLength = { right: [10.62, 0.69], left: [10.76, 0.7] } as const;

/**
 * Children's kidney length from height, and half the 95 % range, cm: 794 Korean children under 18 (Kim et al., Korean J
 * Radiol 2013, PMC3725364, abstract read).
 */
const childLength = { right: [2.383, 0.045, 1.135], left: [2.374, 0.047, 1.173] } as const;

/** The reference range of kidney length for a person; without a side, the range that holds for both. */
export function lengthReference({ ageYears, heightCm, side }: ReferencePerson): Reference {
  if (ageYears === undefined) return { kind: 'none', why: 'age-needed' };
  const sides = side === undefined ? (['left', 'right'] as const) : [side];
  if (ageYears >= 18) {
    const ranges = sides.map((of) => {
      const [mean, deviation] = adultLength[of];
      return [mean - DEVIATIONS * deviation, mean + DEVIATIONS * deviation] as const;
    });
    return rangeOf(ranges, 'su-2019');
  }
  if (heightCm === undefined) return { kind: 'none', why: 'height-needed' };
  if (heightCm < 45 || heightCm > 195) return { kind: 'none', why: 'height-unlikely' };
  const ranges = sides.map((of) => {
    const [base, slope, half] = childLength[of];
    return [base + slope * heightCm - half, base + slope * heightCm + half] as const;
  });
  return rangeOf(ranges, 'kim-2013');
}

/**
 * The reference range of cortical and of parenchymal thickness of adults, cm: 0.7–1.0 from the base of the pyramids and
 * 1.5–2.0 (Hansen, Nielsen and Ewertsen, Diagnostics 2016;6:2, as quoted by radlines.org).
 */
export function thicknessReference(kind: 'cortex' | 'parenchyma', { ageYears }: ReferencePerson): Reference {
  if (ageYears === undefined) return { kind: 'none', why: 'age-needed' };
  if (ageYears < 18) return { kind: 'none', why: 'no-source-for-age' };
  return rangeOf([kind === 'cortex' ? [0.7, 1] : [1.5, 2]], 'hansen-2016');
}

function rangeOf(ranges: readonly (readonly [number, number])[], source: ReferenceSource): Reference {
  const low = Math.min(...ranges.map(([least]) => least)) as Centimetres;
  const high = Math.max(...ranges.map(([, most]) => most)) as Centimetres;
  return { kind: 'range', range: { low, high, source } };
}
