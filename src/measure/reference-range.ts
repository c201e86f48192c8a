import type { Centimetres, Millilitres } from './units.ts';

/** Who was measured, as far as a reference range needs it; a record's patient context is one. */
export interface ReferencePerson {
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly sex?: 'female' | 'male';
  readonly side?: 'left' | 'right';
}

/** Where a range comes from: a key of `en-measure`, `reference.<source>` the citation, `….whom` who was measured. */
export type ReferenceSource = 'su-2019' | 'benin' | 'kim-2013' | 'hansen-2016' | 'lee-1996';

/** What 95 of 100 healthy people have, as far as one study knows. */
export interface ReferenceRange<Value extends number = Centimetres> {
  readonly low: Value;
  readonly high: Value;
  readonly source: ReferenceSource;
}

/** What would have to be known, or why no range fits. */
export type WhyNoReference =
  | 'age-needed'
  | 'height-needed'
  | 'sex-needed'
  | 'no-source-for-age'
  | 'no-source-for-sex'
  | 'height-unlikely';

/** A range, or why there is none. */
export type Reference<Value extends number = Centimetres> =
  | { readonly kind: 'range'; readonly range: ReferenceRange<Value> }
  | { readonly kind: 'none'; readonly why: WhyNoReference };

/** For 95 of 100 in a normal distribution. */
const DEVIATIONS = 1.96;

/**
 * Mean and standard deviation of adults' kidney length, cm: 3,707 healthy people in Taiwan (Su et al., PLoS ONE
 * 2019;14(11):e0224785, abstract read).
 */
const adultLength = { right: [10.62, 0.69], left: [10.76, 0.7] } as const;

/**
 * The same by sex: 309 men and 291 women who seemed healthy in Benin City (Sonographic assessment of renal size,
 * ajol.info/index.php/nhp/article/view/135818, abstract read).
 */
const adultLengthBySex = {
  male: { right: [10.7, 1], left: [11, 0.9] },
  female: { right: [10.4, 0.9], left: [10.8, 0.9] },
} as const;

/**
 * Children's kidney length from height, and half the 95 % range, cm: 794 Korean children under 18 (Kim et al., Korean J
 * Radiol 2013, PMC3725364, abstract read).
 */
const childLength = { right: [2.383, 0.045, 1.135], left: [2.374, 0.047, 1.173] } as const;

/**
 * The reference range of kidney length for a person: of children from height alone, for boys and girls of one
 * height do not differ (Obrycki, Pediatr Nephrol 2022;37:1075, 1,758 children); of adults by sex where it is known. Without a side, the range that holds for both.
 */
export function lengthReference({ ageYears, heightCm, sex, side }: ReferencePerson): Reference {
  if (ageYears === undefined) return { kind: 'none', why: 'age-needed' };
  if (ageYears >= 18) {
    return sex === undefined
      ? rangeOf(spreadsOf(adultLength, side), 'su-2019')
      : rangeOf(spreadsOf(adultLengthBySex[sex], side), 'benin');
  }
  if (heightCm === undefined) return { kind: 'none', why: 'height-needed' };
  if (heightCm < 45 || heightCm > 195) return { kind: 'none', why: 'height-unlikely' };
  const ranges = sidesOf(side).map((of) => {
    const [base, slope, half] = childLength[of];
    return [base + slope * heightCm - half, base + slope * heightCm + half] as const;
  });
  return rangeOf(ranges, 'kim-2013');
}

/**
 * Mean and standard deviation of men's kidney volume by the ellipsoid formula, ml: 532 healthy Korean men (Lee, J Korean Soc
 * Med Ultrasound 1996;15:63, abstract read).
 */
const menVolume = { right: [129.3, 30.2], left: [137.06, 29.73] } as const;

/** The reference range of kidney volume from length, width and depth; known of men alone. */
export function volumeReference({ ageYears, sex, side }: ReferencePerson): Reference<Millilitres> {
  if (ageYears === undefined) return { kind: 'none', why: 'age-needed' };
  if (ageYears < 18) return { kind: 'none', why: 'no-source-for-age' };
  if (sex === undefined) return { kind: 'none', why: 'sex-needed' };
  if (sex === 'female') return { kind: 'none', why: 'no-source-for-sex' };
  return rangeOf(spreadsOf(menVolume, side), 'lee-1996');
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

function rangeOf<Value extends number>(
  ranges: readonly (readonly [number, number])[],
  source: ReferenceSource,
): Reference<Value> {
  const low = Math.min(...ranges.map(([least]) => least)) as Value;
  const high = Math.max(...ranges.map(([, most]) => most)) as Value;
  return { kind: 'range', range: { low, high, source } };
}

type Side = 'left' | 'right';

function sidesOf(side: Side | undefined): readonly Side[] {
  return side === undefined ? ['left', 'right'] : [side];
}

/** Mean ± 1.96 deviations of the sides that come into question. */
function spreadsOf(
  table: Readonly<Record<Side, readonly [mean: number, deviation: number]>>,
  side: Side | undefined,
): (readonly [number, number])[] {
  return sidesOf(side).map((of) => {
    const [mean, deviation] = table[of];
    return [mean - DEVIATIONS * deviation, mean + DEVIATIONS * deviation];
  });
}
