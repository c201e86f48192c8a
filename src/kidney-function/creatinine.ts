import type { CreatinineUnit } from './blood-test.ts';

/** µmol/L of 1 mg/dL; exactly this, for a rounded factor moves the equations. */
export const micromolPerMgDl = 88.4;

/** A creatinine with its unit. */
export interface Creatinine {
  readonly value: number;
  readonly unit: CreatinineUnit;
}

/** Creatinine in mg/dL, the unit of the equations. */
export function inMgDl({ value, unit }: Creatinine): number {
  return unit === 'mg/dL' ? value : value / micromolPerMgDl;
}

/** The other of the two units. */
export function otherUnit(unit: CreatinineUnit): CreatinineUnit {
  return unit === 'mg/dL' ? 'µmol/L' : 'mg/dL';
}

/**
 * What to think of a number that was typed as creatinine. `usual`: 0.2–20 mg/dL. `other-unit`: unusual, but usual in the
 * other unit, as 90 mg/dL or 0.9 µmol/L. `unusual`: up to half of, or two and a half times, the usual limits, as after
 * days without dialysis. Beyond that it is `impossible` and nothing is computed from it.
 */
export type CreatinineDoubt = 'usual' | 'other-unit' | 'unusual' | 'impossible';

/** What healthy and ill people have, mg/dL: from small children to kidney failure. */
const usual = { least: 0.2, most: 20 };
/** What hardly anybody has, mg/dL; chosen. */
const possible = { least: 0.1, most: 50 };

/** Whether a creatinine, more than 0, is one that a laboratory gives in this unit. */
export function doubtCreatinine(creatinine: Creatinine): CreatinineDoubt {
  const mgDl = inMgDl(creatinine);
  if (isWithin(mgDl, usual)) return 'usual';
  const other = inMgDl({ value: creatinine.value, unit: otherUnit(creatinine.unit) });
  if (isWithin(other, usual)) return 'other-unit';
  return isWithin(mgDl, possible) ? 'unusual' : 'impossible';
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}
