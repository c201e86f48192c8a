/** Units in which laboratories give creatinine; 1 mg/dL is 88.4 µmol/L. */
export type CreatinineUnit = 'mg/dL' | 'µmol/L';

/** Units of the albumin to creatinine ratio in urine. */
export type AlbuminUnit = 'mg/g' | 'mg/mmol';

/** Equations that estimate GFR from creatinine; the first is the one to begin with. */
export const equations = ['ckd-epi-2021', 'ckd-epi-2009', 'mdrd-175', 'mdrd-186', 'schwartz-2009'] as const;

/** One of the equations. */
export type Equation = (typeof equations)[number];

/** A blood test as a person entered it; age, sex and height are the patient's. */
export interface BloodTest {
  readonly creatinine: { readonly value: number; readonly unit: CreatinineUnit };
  /** The equation that was chosen. */
  readonly equation: Equation;
  /** Albumin to creatinine ratio in urine; absent where it is not known. */
  readonly albumin?: { readonly value: number; readonly unit: AlbuminUnit };
  /** When blood was taken, ISO 8601 date; absent where it is not known. */
  readonly takenOn?: string;
  /** Whether a marker of damage or a low eGFR is known to last three months or more: without it, it is not CKD. */
  readonly isLasting?: boolean;
}
