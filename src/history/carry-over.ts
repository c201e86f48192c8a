import type { PatientContext } from './additions.ts';
import type { Examination } from './examination.ts';

/** What an earlier record of the same patient could fill in, and when that was said. */
export interface Carried {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly part: Pick<PatientContext, 'ageYears' | 'heightCm' | 'sex'>;
}

const yearMs = 365.2425 * 24 * 60 * 60 * 1000;
/** Below this age, and beyond this time, a height has grown. */
const grownYears = 20;
const heightHoldsMs = yearMs / 2;

/**
 * What the patient's newest record that says more fills in of what is empty here; ages by whole years between the
 * two records. Null where nothing is to be filled in.
 */
export function carryOver(
  patient: PatientContext,
  at: number,
  others: readonly Examination[],
): Carried | null {
  for (const { analysedAt, additions } of others.toSorted((a, b) => b.analysedAt - a.analysedAt)) {
    const part = missingPart(patient, agedBy(additions?.patient ?? {}, at - analysedAt));
    if (Object.keys(part).length > 0) return { from: analysedAt, part };
  }
  return null;
}

function missingPart(here: PatientContext, { ageYears, heightCm, sex }: PatientContext): Carried['part'] {
  return {
    ...(here.ageYears === undefined && ageYears !== undefined && { ageYears }),
    ...(here.heightCm === undefined && heightCm !== undefined && { heightCm }),
    ...(here.sex === undefined && sex && { sex }),
  };
}

function agedBy({ heightCm, ...patient }: PatientContext, ms: number): PatientContext {
  const { ageYears } = patient;
  const isGrown = (ageYears ?? grownYears) >= grownYears || Math.abs(ms) <= heightHoldsMs;
  return {
    ...patient,
    ...(ageYears !== undefined && { ageYears: Math.max(0, ageYears + Math.trunc(ms / yearMs)) }),
    ...(heightCm !== undefined && isGrown && { heightCm }),
  };
}
