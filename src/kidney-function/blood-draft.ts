import type { AlbuminUnit, BloodTest, CreatinineUnit, Equation } from './blood-test.ts';
import { type CreatinineDoubt, doubtCreatinine } from './creatinine.ts';
import { readAmount, type TypedAmount } from './read-amount.ts';

/** A blood test while it is typed: numbers as they stand in their fields. */
export interface BloodDraft {
  readonly creatinine: string;
  readonly creatinineUnit: CreatinineUnit;
  /** A person said that an unlikely number stands in this unit on the report. */
  readonly isUnitSure: boolean;
  readonly equation: Equation;
  readonly albumin: string;
  readonly albuminUnit: AlbuminUnit;
  /** ISO 8601 date, or empty. */
  readonly takenOn: string;
  readonly isLasting: boolean;
}

/** What is wrong with a creatinine that was typed, or what to ask about it. */
export type TypedCreatinineDoubt =
  | Exclude<TypedAmount['kind'], 'amount' | 'empty'>
  | Exclude<CreatinineDoubt, 'usual'>;

/** The fields of a blood test, or empty ones in the units that go with `unit`. */
export function draftOf(test: BloodTest | undefined, unit: CreatinineUnit): BloodDraft {
  const creatinineUnit = test?.creatinine.unit ?? unit;
  return {
    creatinine: test === undefined ? '' : String(test.creatinine.value),
    creatinineUnit,
    // What was kept has been asked about.
    isUnitSure: test !== undefined,
    equation: test?.equation ?? 'ckd-epi-2021',
    albumin: test?.albumin === undefined ? '' : String(test.albumin.value),
    albuminUnit: test?.albumin?.unit ?? (creatinineUnit === 'mg/dL' ? 'mg/g' : 'mg/mmol'),
    takenOn: test?.takenOn ?? '',
    isLasting: test?.isLasting ?? false,
  };
}

/**
 * The blood test that was typed; null while there is no creatinine from which anything can be computed, or one that looks
 * as if it stood in the other unit and nobody said that it does not.
 */
export function readDraft(draft: BloodDraft): BloodTest | null {
  const creatinine = readAmount(draft.creatinine);
  const doubt = doubtOfCreatinine(draft);
  if (creatinine.kind !== 'amount' || doubt === 'impossible' || doubt === 'other-unit') return null;
  const albumin = readAlbumin(draft);
  return {
    creatinine: { value: creatinine.value, unit: draft.creatinineUnit },
    equation: draft.equation,
    ...(albumin !== null && { albumin: { value: albumin, unit: draft.albuminUnit } }),
    ...(draft.takenOn !== '' && { takenOn: draft.takenOn }),
    ...(draft.isLasting && { isLasting: true }),
  };
}

/** What is wrong with the creatinine that was typed; null where nothing is, or nothing was typed. */
export function doubtOfCreatinine(draft: BloodDraft): TypedCreatinineDoubt | null {
  const { creatinine, creatinineUnit: unit, isUnitSure } = draft;
  const typed = readAmount(creatinine);
  if (typed.kind === 'empty') return null;
  if (typed.kind !== 'amount') return typed.kind;
  const doubt = doubtCreatinine({ value: typed.value, unit });
  if (doubt === 'other-unit' && isUnitSure) return 'unusual';
  return doubt === 'usual' ? null : doubt;
}

/** More albumin than anybody loses, by unit: ten times the heaviest losses that are seen. */
const mostAlbumin = { 'mg/g': 100_000, 'mg/mmol': 10_000 } as const;

/** What is wrong with the albumin that was typed; none at all may be measured, so 0 is an answer. */
export function doubtOfAlbumin({
  albumin,
  albuminUnit,
}: BloodDraft): 'no-number' | 'negative' | 'impossible' | null {
  const typed = readAmount(albumin);
  if (typed.kind === 'no-number' || typed.kind === 'negative') return typed.kind;
  return typed.kind === 'amount' && typed.value > mostAlbumin[albuminUnit] ? 'impossible' : null;
}

function readAlbumin(draft: BloodDraft): number | null {
  const typed = readAmount(draft.albumin);
  if (typed.kind === 'empty' || doubtOfAlbumin(draft) !== null) return null;
  return typed.kind === 'amount' ? typed.value : 0;
}
