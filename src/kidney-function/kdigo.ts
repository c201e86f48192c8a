import type { BloodTest } from './blood-test.ts';

/**
 * Stages of GFR, best first (KDIGO 2012, Kidney Int Suppl 2013;3:1; kept in KDIGO 2024, Kidney Int 2024;105(4S):S117, doi
 * 10.1016/j.kint.2023.10.018).
 */
export const gfrStages = ['G1', 'G2', 'G3a', 'G3b', 'G4', 'G5'] as const;
/** One of them. */
export type GfrStage = (typeof gfrStages)[number];

/** Stages of albumin in urine, least first (same sources). */
export const albuminStages = ['A1', 'A2', 'A3'] as const;
/** One of them. */
export type AlbuminStage = (typeof albuminStages)[number];

/** How likely it is that kidney disease gets worse, or harms heart and vessels: KDIGO's green, yellow, orange, red. */
export type CkdRisk = 'low' | 'moderate' | 'high' | 'very-high';

/** The least eGFR of each stage, mL/min/1.73 m². */
const leastEgfr: Readonly<Record<GfrStage, number>> = { G1: 90, G2: 60, G3a: 45, G3b: 30, G4: 15, G5: 0 };

/** The least and the greatest eGFR of a stage as KDIGO writes them; null for an open end. */
export function egfrRange(stage: GfrStage): { readonly from: number | null; readonly to: number | null } {
  const above = gfrStages[gfrStages.indexOf(stage) - 1];
  return {
    from: stage === 'G5' ? null : leastEgfr[stage],
    to: above === undefined ? null : leastEgfr[above] - 1,
  };
}

/** The stage of an eGFR, which is rounded to a whole number first, as laboratories report it. */
export function gfrStage(egfr: number): GfrStage {
  return gfrStages.find((stage) => Math.round(egfr) >= leastEgfr[stage]) ?? 'G5';
}

/** Where A2 begins and ends. Each unit has round limits of its own, so a ratio is staged in its own unit. */
export const albuminLimits = { 'mg/g': [30, 300], 'mg/mmol': [3, 30] } as const;

/** The stage of an albumin to creatinine ratio in urine; both ends of 30–300 mg/g (3–30 mg/mmol) are A2. */
export function albuminStage({ value, unit }: NonNullable<BloodTest['albumin']>): AlbuminStage {
  const [least, most] = albuminLimits[unit];
  if (value < least) return 'A1';
  return value > most ? 'A3' : 'A2';
}

const risks: Readonly<Record<GfrStage, readonly [CkdRisk, CkdRisk, CkdRisk]>> = {
  G1: ['low', 'moderate', 'high'],
  G2: ['low', 'moderate', 'high'],
  G3a: ['moderate', 'high', 'very-high'],
  G3b: ['high', 'very-high', 'very-high'],
  G4: ['very-high', 'very-high', 'very-high'],
  G5: ['very-high', 'very-high', 'very-high'],
};

/** Of G1 and G2 with A1 once a year only if it is CKD for another reason. 4 stands for four or more. */
const checks: Readonly<Record<GfrStage, readonly [number, number, number]>> = {
  G1: [1, 1, 2],
  G2: [1, 1, 2],
  G3a: [1, 2, 3],
  G3b: [2, 3, 3],
  G4: [3, 3, 4],
  G5: [4, 4, 4],
};

/** The risk of a cell of KDIGO's map. */
export function riskOf(gfr: GfrStage, albumin: AlbuminStage): CkdRisk {
  return risks[gfr][albuminStages.indexOf(albumin)] ?? 'low';
}

/** How often a year KDIGO suggests to check, 4 meaning four or more; in the cells of low risk only if there is CKD. */
export function checksAYear(gfr: GfrStage, albumin: AlbuminStage): number {
  return checks[gfr][albuminStages.indexOf(albumin)] ?? 1;
}
