import type { Random } from './random.ts';

/** Whose body it is, as far as the picture depends on it. */
export interface Person {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly heightCm: number;
  /** Estimated glomerular filtration rate, mL/min/1.73 m². */
  readonly egfr: number;
  readonly side: 'right' | 'left';
  /** 0 lean to 1 heavy: thickness of fat, depth of organs, loss of signal. */
  readonly build: number;
}

/** Draws a person; what `known` says is kept. One in five is a child, four in ten have less kidney function. */
export function samplePerson(random: Random, known: Partial<Person> = {}): Person {
  const child = random.chance(1 / 5);
  const drawnAge = child ? random.between(1, 17) : random.between(18, 88);
  const ageYears = known.ageYears ?? drawnAge;
  const sex = known.sex ?? random.pick(['female', 'male'] as const);
  const stature = sex === 'male' ? random.normal(172, 7) : random.normal(160, 6.5);
  // Median growth is close to a line from one year on (WHO growth reference, within 4 cm; not checked).
  const growing = (72 + 6.1 * ageYears) * (stature / (sex === 'male' ? 172 : 160));
  const healthy = Math.min(135, Math.max(60, random.normal(115 - 0.5 * Math.max(0, ageYears - 30), 12)));
  const reduced = random.between(6, 90);
  const drawnEgfr = random.chance(0.6) ? healthy : reduced;
  const side = random.pick(['right', 'left'] as const);
  const build = random.unit() ** 1.5;
  return {
    ageYears,
    sex,
    heightCm: Math.min(growing, stature),
    egfr: drawnEgfr,
    side,
    build: ageYears < 18 ? 0.4 * build : build,
    ...known,
  };
}
