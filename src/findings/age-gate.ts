/** Whether a model may read a patient's picture, by the ages that its card is for. */
export type AgeGate =
  | { readonly kind: 'open' }
  /** Nobody said how old the patient is. */
  | { readonly kind: 'ask'; readonly ages: Ages }
  | { readonly kind: 'closed'; readonly ages: Ages; readonly ageYears: number };

type Ages = readonly [least: number, most: number];

/** What is known of a patient's age. */
export interface KnownAge {
  readonly ageYears: number | undefined;
  /** A person said that the age is among the card's, without giving it. */
  readonly isConfirmed: boolean;
}

/** A given age decides, whatever was confirmed. A card without ages lets everybody pass. */
export function gateByAge(ages: Ages | undefined, { ageYears, isConfirmed }: KnownAge): AgeGate {
  if (ages === undefined) return { kind: 'open' };
  if (ageYears === undefined) return isConfirmed ? { kind: 'open' } : { kind: 'ask', ages };
  const [least, most] = ages;
  // 90 lasts until the next birthday.
  return ageYears >= least && ageYears < most + 1 ? { kind: 'open' } : { kind: 'closed', ages, ageYears };
}
