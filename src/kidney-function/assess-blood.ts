import type { BloodTest, Equation } from './blood-test.ts';
import { doubtCreatinine, inMgDl } from './creatinine.ts';
import { adultEquations, schwartz2009 } from './egfr-equations.ts';
import { type BloodGiver, type WhyNoEgfr, whyNotValid } from './equation-validity.ts';
import { type AlbuminStage, albuminStage, type GfrStage, gfrStage } from './kdigo.ts';

/**
 * What a blood test says about chronic kidney disease, which needs an eGFR below 60 or a marker of damage for three
 * months or more. `ckd`: there is one, and it lasts. `ckd-if-lasting`: there is one, and nothing says for how long.
 * `no-sign`: neither, albumin was looked at. `damage-unknown`: the eGFR is 60 or more and albumin was not looked at:
 * G1 and G2 are no disease by themselves.
 */
export type CkdSign = 'ckd' | 'ckd-if-lasting' | 'no-sign' | 'damage-unknown';

/** What an equation makes of a blood test. */
export interface BloodAssessment {
  readonly kind: 'assessed';
  readonly equation: Equation;
  /** As computed, mL/min/1.73 m². */
  readonly egfr: number;
  /** The MDRD equations are reported as "≥ 60" from 60 on, for they were made with people below it. */
  readonly isReportedFrom60: boolean;
  /** The stage; G1 and G2 where the value is reported as "≥ 60"; none below 2 years, for which KDIGO has no stages. */
  readonly stages: readonly GfrStage[];
  /** Null where the albumin to creatinine ratio is not known. */
  readonly albumin: AlbuminStage | null;
  readonly sign: CkdSign;
}

/** What a blood test says, or why it says nothing. */
export type Assessment =
  | BloodAssessment
  | { readonly kind: 'none'; readonly why: WhyNoEgfr | 'creatinine-impossible' };

/** eGFR by the equation that the test names (or another one), with KDIGO's stages. */
export function assessBlood(
  test: BloodTest,
  person: BloodGiver,
  equation: Equation = test.equation,
): Assessment {
  const why = whyNotValid(equation, person);
  if (why !== null) return { kind: 'none', why };
  if (!(test.creatinine.value > 0) || doubtCreatinine(test.creatinine) === 'impossible') {
    return { kind: 'none', why: 'creatinine-impossible' };
  }
  const egfr = estimate(equation, inMgDl(test.creatinine), person);
  const isReportedFrom60 = equation.startsWith('mdrd') && Math.round(egfr) >= 60;
  const stages = (person.ageYears ?? 0) < leastStagedAge ? [] : stagesOf(egfr, isReportedFrom60);
  const albumin = test.albumin ? albuminStage(test.albumin) : null;
  const sign = signOf(Math.round(egfr) < 60, albumin, test.isLasting ?? false);
  return { kind: 'assessed', equation, egfr, isReportedFrom60, stages, albumin, sign };
}

/** Younger kidneys are still growing into their function, years. */
const leastStagedAge = 2;

function stagesOf(egfr: number, isReportedFrom60: boolean): readonly GfrStage[] {
  return isReportedFrom60 ? ['G1', 'G2'] : [gfrStage(egfr)];
}

// The person was found valid for the equation, so what it needs is there.
function estimate(equation: Equation, creatinineMgDl: number, person: BloodGiver): number {
  const { ageYears = Number.NaN, heightCm = Number.NaN, sex = 'female' } = person;
  if (equation === 'schwartz-2009') return schwartz2009({ creatinineMgDl, heightCm });
  return adultEquations[equation]({ creatinineMgDl, ageYears, sex });
}

function signOf(isLow: boolean, albumin: AlbuminStage | null, isLasting: boolean): CkdSign {
  if (isLow || albumin === 'A2' || albumin === 'A3') return isLasting ? 'ckd' : 'ckd-if-lasting';
  return albumin === null ? 'damage-unknown' : 'no-sign';
}
