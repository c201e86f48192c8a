import type { Equation } from './blood-test.ts';

/** Sex as the equations know it. */
export type Sex = 'female' | 'male';

/** What an equation for adults needs. */
export interface AdultBlood {
  /** More than 0. */
  readonly creatinineMgDl: number;
  readonly ageYears: number;
  readonly sex: Sex;
  /** Adds the coefficient for Black people of the older equations; the app never asks (docs/decisions/0031). */
  readonly isBlack?: boolean;
}

/** What the equation for children needs. */
export interface ChildBlood {
  /** More than 0. */
  readonly creatinineMgDl: number;
  readonly heightCm: number;
}

/**
 * CKD-EPI 2021, without race, mL/min/1.73 m²: 142 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^−1.200 × 0.9938^age × 1.012 if
 * female; κ 0.7 and α −0.241 in women, 0.9 and −0.302 in men. From 18 years on. Inker et al., N Engl J Med
 * 2021;385:1737, doi 10.1056/NEJMoa2102953.
 */
export function ckdEpi2021({ creatinineMgDl, ageYears, sex }: AdultBlood): number {
  const isFemale = sex === 'female';
  const ratio = creatinineMgDl / kappa[sex];
  return (
    142 *
    Math.min(ratio, 1) ** (isFemale ? -0.241 : -0.302) *
    Math.max(ratio, 1) ** -1.2 *
    0.9938 ** ageYears *
    (isFemale ? 1.012 : 1)
  );
}

/**
 * CKD-EPI 2009, mL/min/1.73 m²: 141 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^−1.209 × 0.993^age × 1.018 if female × 1.159 if
 * Black; α −0.329 in women, −0.411 in men. Adults; kept to compare with older results. Levey et al., Ann Intern Med
 * 2009;150:604, doi 10.7326/0003-4819-150-9-200905050-00006.
 */
export function ckdEpi2009({ creatinineMgDl, ageYears, sex, isBlack = false }: AdultBlood): number {
  const isFemale = sex === 'female';
  const ratio = creatinineMgDl / kappa[sex];
  return (
    141 *
    Math.min(ratio, 1) ** (isFemale ? -0.329 : -0.411) *
    Math.max(ratio, 1) ** -1.209 *
    0.993 ** ageYears *
    (isFemale ? 1.018 : 1) *
    (isBlack ? 1.159 : 1)
  );
}

/** Where both CKD-EPI equations bend, mg/dL; never rounded to whole µmol/L, which is off by up to a unit. */
const kappa: Readonly<Record<Sex, number>> = { female: 0.7, male: 0.9 };

/**
 * MDRD for creatinine that is traceable to IDMS, mL/min/1.73 m²: 175 × Scr^−1.154 × age^−0.203 × 0.742 if female × 1.212
 * if Black. Adults; laboratories report values from 60 on as "≥ 60". Levey et al., Ann Intern Med 2006;145:247, doi
 * 10.7326/0003-4819-145-4-200608150-00004.
 */
export function mdrd175(blood: AdultBlood): number {
  return 175 * mdrdShape(blood);
}

/**
 * MDRD for creatinine of before 2006, which is not traceable to IDMS: 186 instead of 175, so it reads 6.3 % higher on
 * the same number. The published eGFR from ultrasound learned from such labels (Kuo et al., npj Digit Med 2019;2:29).
 * Levey et al., Ann Intern Med 1999;130:461, doi 10.7326/0003-4819-130-6-199903160-00002, and J Am Soc Nephrol
 * 2000;11:155A for the four variables.
 */
export function mdrd186(blood: AdultBlood): number {
  return 186 * mdrdShape(blood);
}

function mdrdShape({ creatinineMgDl, ageYears, sex, isBlack = false }: AdultBlood): number {
  const factor = (sex === 'female' ? 0.742 : 1) * (isBlack ? 1.212 : 1);
  return creatinineMgDl ** -1.154 * ageYears ** -0.203 * factor;
}

/**
 * Bedside Schwartz, mL/min/1.73 m²: 0.413 × height / Scr. From 1 to 18 years, with creatinine traceable to IDMS. Schwartz
 * et al., J Am Soc Nephrol 2009;20:629, doi 10.1681/ASN.2008030287.
 */
export function schwartz2009({ creatinineMgDl, heightCm }: ChildBlood): number {
  return (0.413 * heightCm) / creatinineMgDl;
}

/** The equations for adults by name. */
export const adultEquations: Readonly<
  Record<Exclude<Equation, 'schwartz-2009'>, (blood: AdultBlood) => number>
> = {
  'ckd-epi-2021': ckdEpi2021,
  'ckd-epi-2009': ckdEpi2009,
  'mdrd-175': mdrd175,
  'mdrd-186': mdrd186,
};
