import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** Sizes of one kidney, cm, and how its tissue differs from the table. */
export interface KidneySize {
  readonly lengthCm: number;
  readonly widthCm: number;
  readonly thicknessCm: number;
  readonly cortexCm: number;
  /** Capsule to sinus. */
  readonly parenchymaCm: number;
  /** Backscatter of cortex, dB relative to liver. */
  readonly cortexDb: number;
  /** Backscatter of medulla, dB relative to cortex; near 0 where differentiation is lost. */
  readonly medullaDb: number;
}

/** 0 at eGFR ≥ 90, 1 at ≤ 10 mL/min/1.73 m². */
export function lossOfFunction(egfr: number): number {
  return Math.min(1, Math.max(0, (90 - egfr) / 80));
}

/**
 * Draws a kidney's size. Adults: length by side, and mean width, from a Taiwanese survey (n 3,707,
 * doi 10.1371/journal.pone.0224785; its spread of width, 0.75 and 0.64 cm, is narrowed), cortex 7–10 mm, parenchyma
 * 15–20 mm. Children: 0.051 × height + 2.102 cm right, 2.280 left (PMC4901001), with 5 % spread, which is chosen.
 * With falling function the kidney shortens and the cortex thins more than that (correlation with eGFR 0.66 and
 * 0.85: Korkmaz, Ultrasonography 2018;37:50; likewise Beland, AJR 2010;195:W146) and brightens (−0.35 in children:
 * Lee, Child Kidney Dis 2017;21:47; abstracts read). By how much at which eGFR is chosen.
 */
export function sampleKidneySize(random: Random, person: Person): KidneySize {
  const loss = lossOfFunction(person.egfr);
  const right = person.side === 'right';
  const adultLength = right ? random.normal(10.62, 0.69) : random.normal(10.76, 0.7);
  const adultWidth = right ? random.normal(4.78, 0.5) : random.normal(5.1, 0.45);
  const childLength = (0.051 * person.heightCm + (right ? 2.102 : 2.28)) * random.normal(1, 0.05);
  const child = person.ageYears < 18;
  const healthyLength = child ? Math.min(childLength, adultLength) : adultLength;
  const lengthCm = healthyLength * (1 - 0.2 * loss * random.between(0.6, 1.2));
  // A child's and a shrunken kidney keep their proportions, within a spread.
  const scale = lengthCm / 10.7;
  const widthCm = Math.min(0.56, Math.max(0.42, adultWidth / adultLength)) * lengthCm;
  const thin = 1 - 0.42 * loss * random.between(0.7, 1.2);
  const cortexCm = random.normal(0.85, 0.07) * (child ? scale : 1) * thin;
  const parenchymaCm = Math.min(0.36 * widthCm, random.normal(1.72, 0.1) * (child ? scale : 1) * thin);
  return {
    lengthCm,
    widthCm,
    thicknessCm: widthCm * random.between(0.84, 1),
    cortexCm: Math.min(cortexCm, 0.58 * parenchymaCm),
    parenchymaCm,
    cortexDb: Math.min(6, random.normal(-6.3, 1.8) + 12 * loss * random.between(0.5, 1.1)),
    medullaDb: -(child ? 8 : random.between(4.5, 8.5)) * (1 - 0.85 * loss),
  };
}
