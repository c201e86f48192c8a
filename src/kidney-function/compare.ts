import type { PictureFunction } from '../findings/crop-reading.ts';
import { assessBlood } from './assess-blood.ts';
import type { BloodTest, Equation } from './blood-test.ts';
import type { BloodGiver } from './equation-validity.ts';

/** How a picture's interval and a blood test's eGFR lie to each other. */
export interface Comparison {
  readonly verdict: 'agree' | 'picture-higher' | 'picture-lower';
  /** How far the blood's value lies outside the interval; 0 inside it. mL/min/1.73 m². */
  readonly beyond: number;
  /** The blood's value that was compared, by this equation. */
  readonly egfr: number;
  readonly equation: Equation;
  /**
   * `same`: the picture's model learned from this very equation. `recalculated`: from another one, by which the blood was
   * computed anew. `unlike`: from none of these, or from one that does not hold for this person, so they are only set
   * side by side.
   */
  readonly scales: 'same' | 'recalculated' | 'unlike';
}

const names: readonly (readonly [Equation, RegExp])[] = [
  ['mdrd-186', /mdrd.*\b186\b|\b186\b.*mdrd/i],
  ['mdrd-175', /mdrd.*\b175\b|\b175\b.*mdrd/i],
  ['ckd-epi-2021', /ckd[-\s‑]?epi.*2021/i],
  ['ckd-epi-2009', /ckd[-\s‑]?epi.*2009/i],
  ['schwartz-2009', /schwartz/i],
];

/** The equation whose values a model was trained on, as its card's words name it; null where they name none or several. */
export function equationOfScale(scale: string): Equation | null {
  const named = names.filter(([, pattern]) => pattern.test(scale));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

/**
 * Compares a picture's interval with a blood test, on the picture's scale wherever that can be computed: a value on the
 * scale of MDRD 186 reads 6.3 % above one of MDRD 175. Null where the blood test gives no eGFR.
 */
export function compareWithBlood(
  { egfr: { low, high }, scale }: Pick<PictureFunction, 'egfr' | 'scale'>,
  test: BloodTest,
  person: BloodGiver,
): Comparison | null {
  const trained = equationOfScale(scale);
  const onScale = trained === null ? null : assessBlood(test, person, trained);
  const isOnScale = onScale?.kind === 'assessed';
  const blood = isOnScale ? onScale : assessBlood(test, person);
  if (blood.kind === 'none') return null;
  const { egfr, equation } = blood;
  const beyond = Math.max(0, low - egfr, egfr - high);
  const side = egfr < low ? 'picture-higher' : 'picture-lower';
  const known = equation === test.equation ? 'same' : 'recalculated';
  return {
    verdict: beyond === 0 ? 'agree' : side,
    beyond,
    egfr,
    equation,
    scales: isOnScale ? known : 'unlike',
  };
}
