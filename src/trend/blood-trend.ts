import { assessBlood } from '../kidney-function/assess-blood.ts';
import type { BloodTest, Equation } from '../kidney-function/blood-test.ts';
import type { BloodGiver } from '../kidney-function/equation-validity.ts';
import { bloodHalfBar, type TrendPoint } from './change.ts';
import { type Series, seriesOf } from './series.ts';
import { type Dated, oldestFirst } from './visits.ts';

/** A blood test of the patient, with what an equation needs to know of the person at that time. */
export interface TrendBlood extends Dated {
  readonly test: BloodTest;
  readonly person: BloodGiver;
}

/** Kidney function of a person from blood, all by one equation. */
export interface BloodTrend {
  readonly equation: Equation;
  readonly series: Series;
  /** How many tests were entered with another equation and are computed anew. */
  readonly recomputed: number;
  /** How many tests the equation does not hold for, or for which age, sex or height is not known. */
  readonly without: number;
}

/** The blood tests of a person, one a day, by the equation of the last one; null without any. */
export function bloodTrend(bloods: readonly TrendBlood[]): BloodTrend | null {
  const tests = onePerDay(bloods);
  const equation = tests.at(-1)?.test.equation;
  if (equation === undefined) return null;
  const points = tests.flatMap((blood): readonly TrendPoint[] => {
    const assessment = assessBlood(blood.test, blood.person, equation);
    if (assessment.kind === 'none') return [];
    const value = assessment.egfr;
    const [low, high] = [value * (1 - bloodHalfBar), value * (1 + bloodHalfBar)];
    return [{ id: blood.id, at: blood.at, value, low, high, isLowerBound: false, madeBy: equation }];
  });
  return {
    equation,
    series: seriesOf('blood', points),
    recomputed: tests.filter(({ test }) => test.equation !== equation).length,
    without: tests.length - points.length,
  };
}

/** Two pictures of a visit carry one test: of those of a day the one entered last counts. Oldest first. */
function onePerDay(bloods: readonly TrendBlood[]): readonly TrendBlood[] {
  const days = new Map<string, TrendBlood>();
  for (const blood of bloods.toSorted(oldestFirst)) {
    days.set(dayOf(blood), blood);
  }
  return [...days.values()];
}

function dayOf({ at }: Dated): string {
  return new Date(at).toDateString();
}
