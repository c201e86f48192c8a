import type { BloodTest } from '../kidney-function/blood-test.ts';
import { sittingMs } from '../trend/visits.ts';
import type { PatientContext } from './additions.ts';
import type { Examination } from './examination.ts';
import { sidesDiffer } from './propose-partners.ts';

/** Whether two records show one kidney in one visit; `unsure` where nobody said the side of both. */
export type Kinship = 'same' | 'unsure' | 'other';

/**
 * Whether two records are pictures of one kidney of one visit: checked in one sitting, said to be of one side and of no two
 * patients; or paired by hand as two views of one kidney.
 */
export function kinshipOf(a: Examination, b: Examination): Kinship {
  const isPaired = a.additions?.partner === b.id;
  if (sidesDiffer(a, b) || isSamePatient(a, b) === false) return 'other';
  if (isPaired) return 'same';
  if (!isSameSitting(a, b)) return 'other';
  return a.additions?.patient?.side && b.additions?.patient?.side ? 'same' : 'unsure';
}

/** A blood test of another record that may be this patient's. */
export interface BloodOffer {
  readonly id: string;
  readonly test: BloodTest;
  /** When blood was taken as a person said, or when that record's picture was checked. Milliseconds since 1970. */
  readonly at: number;
  /** What the test's equation needs and this record does not say yet. */
  readonly person: PatientContext;
}

/** As many as are looked through at a glance. */
const mostOffers = 3;

/**
 * Blood tests of other records that this one could use: of the same pseudonym, or of the same sitting unless two patients are
 * named. Newest first, each but once, and none that this record has already.
 */
export function offerBloodTests(
  examination: Examination,
  others: readonly Examination[],
): readonly BloodOffer[] {
  const offers = others.flatMap((other): BloodOffer[] => {
    const test = other.additions?.blood;
    if (test === undefined || other.id === examination.id || !couldBeSamePatient(examination, other))
      return [];
    const at = test.takenOn === undefined ? other.analysedAt : Date.parse(test.takenOn);
    return [{ id: other.id, test, at, person: missingOf(examination, other) }];
  });
  const known = new Set([JSON.stringify(examination.additions?.blood)]);
  return offers
    .toSorted((a, b) => b.at - a.at)
    .filter(({ test }) => {
      const text = JSON.stringify(test);
      return !known.has(text) && known.add(text);
    })
    .slice(0, mostOffers);
}

/** Null where one of the two has no pseudonym. */
function isSamePatient(a: Examination, b: Examination): boolean | null {
  const [here, there] = [a.additions?.patient?.pseudonym, b.additions?.patient?.pseudonym];
  return here === undefined || there === undefined ? null : here === there;
}

function couldBeSamePatient(a: Examination, b: Examination): boolean {
  return isSamePatient(a, b) ?? isSameSitting(a, b);
}

function isSameSitting(a: Examination, b: Examination): boolean {
  return Math.abs(a.analysedAt - b.analysedAt) <= sittingMs;
}

/** Age and height change from visit to visit, so they come along only within one. */
function missingOf(here: Examination, there: Examination): PatientContext {
  const { ageYears, heightCm, sex } = there.additions?.patient ?? {};
  const has = here.additions?.patient ?? {};
  const isNow = isSameSitting(here, there);
  return {
    ...(sex && has.sex === undefined && { sex }),
    ...(isNow && ageYears !== undefined && has.ageYears === undefined && { ageYears }),
    ...(isNow && heightCm !== undefined && has.heightCm === undefined && { heightCm }),
  };
}
