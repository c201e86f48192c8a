import { gateByAge } from './age-gate.ts';
import type { FindingsCard } from './card-figures.ts';
import type { CropReading } from './crop-reading.ts';
import { isUnlikeTraining } from './refuse-picture.ts';

/**
 * Why the findings of a kept reading must not be told, or null where they may: the model is not for this age, nobody said
 * that it is, or the picture is unlike those that it learned from.
 */
export function whyNotTold(
  { findings, isAgeConfirmed }: CropReading,
  { ageYears: ages }: FindingsCard,
  ageYears: number | undefined,
): 'age' | 'unlike' | null {
  if (gateByAge(ages, { ageYears, isConfirmed: isAgeConfirmed === true }).kind !== 'open') return 'age';
  return isUnlikeTraining(findings?.novelty ?? null) ? 'unlike' : null;
}
