import type { Equation } from './blood-test.ts';

/** Who gave the blood, as far as the equations need to know. */
export interface BloodGiver {
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly sex?: 'female' | 'male';
}

/** What is missing, or why the equation does not hold for this person. */
export type WhyNoEgfr =
  | 'age-needed'
  | 'sex-needed'
  | 'height-needed'
  /** Below 18 years for an adults' equation. */
  | 'too-young'
  /** Above 18 years for the children's equation. */
  | 'too-old'
  /** Below 1 year, for which no equation here was made. */
  | 'infant';

/** The ages for which each equation holds, years, both ends included; adults' equations have no upper end. */
export const validAges: Readonly<Record<Equation, { readonly from: number; readonly to: number }>> = {
  'ckd-epi-2021': { from: 18, to: Number.POSITIVE_INFINITY },
  'ckd-epi-2009': { from: 18, to: Number.POSITIVE_INFINITY },
  'mdrd-175': { from: 18, to: Number.POSITIVE_INFINITY },
  'mdrd-186': { from: 18, to: Number.POSITIVE_INFINITY },
  'schwartz-2009': { from: 1, to: 18 },
};

/** Why an equation gives nothing for this person; null where it does. */
export function whyNotValid(equation: Equation, { ageYears, heightCm, sex }: BloodGiver): WhyNoEgfr | null {
  if (ageYears === undefined) return 'age-needed';
  if (ageYears < 1) return 'infant';
  const { from, to } = validAges[equation];
  if (ageYears < from) return 'too-young';
  if (ageYears > to) return 'too-old';
  if (equation === 'schwartz-2009') return heightCm === undefined ? 'height-needed' : null;
  return sex === undefined ? 'sex-needed' : null;
}

/** The equation that holds for an age: the children's, or the adults' to begin with; null below 1 year. */
export function equationForAge(ageYears: number): Equation | null {
  if (ageYears < 1) return null;
  return ageYears < 18 ? 'schwartz-2009' : 'ckd-epi-2021';
}
