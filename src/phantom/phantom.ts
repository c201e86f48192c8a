import type { HydronephrosisGrade } from './collecting-system.ts';
import { kidneyScene } from './kidney-scene.ts';
import { type OtherOrgan, organAlone } from './organ-alone.ts';
import { type Person, samplePerson } from './person.ts';
import { seededRandom } from './random.ts';
import type { Scene } from './scene.ts';

/** What may be found in a kidney; `bright-cortex` is hyperechoic cortex with lost differentiation. */
export type FindingKind = 'stone' | 'cyst' | 'mass' | 'hydronephrosis' | 'bright-cortex';

/** What a phantom should be like; what is left out is drawn by the seed. */
export interface PhantomWish {
  readonly person?: Partial<Person>;
  /** Which organ instead of a kidney. */
  readonly organ?: OtherOrgan;
  /** Whether a limb (`organ` muscle) shows a tendon; six in ten do. */
  readonly tendon?: boolean;
  readonly findings?: readonly FindingKind[];
  readonly hydronephrosisGrade?: HydronephrosisGrade;
  /** Bowel gas before the kidney. */
  readonly gas?: boolean;
  /** Ribs over the kidney. */
  readonly ribs?: boolean;
}

/** A simulated patient. */
export interface Phantom {
  readonly seed: number;
  readonly person: Person;
  readonly organ: 'kidney' | OtherOrgan;
  readonly findings: readonly FindingKind[];
  /** 0 where the collecting system is not widened. */
  readonly hydronephrosisGrade: HydronephrosisGrade | 0;
  readonly scene: Scene;
}

/** Draws a patient: the same for the same seed and wish. */
export function samplePhantom(seed: number, wish: PhantomWish = {}): Phantom {
  const random = seededRandom(seed);
  const person = samplePerson(random, wish.person);
  if (wish.organ !== undefined) {
    const drawnTendon = random.chance(0.6);
    const { organ, tendon = drawnTendon } = wish;
    const scene = organAlone(random, person, { organ, tendon });
    return { seed, person, organ, findings: [], hydronephrosisGrade: 0, scene };
  }
  const findings = wish.findings ?? [];
  const grade = wish.hydronephrosisGrade ?? random.pick([1, 2, 3, 4] as const);
  const hydronephrosisGrade = findings.includes('hydronephrosis') ? grade : 0;
  const { gas = false, ribs = false } = wish;
  const scene = kidneyScene(random, person, { findings, hydronephrosisGrade, gas, ribs });
  return { seed, person, organ: 'kidney', findings, hydronephrosisGrade, scene };
}
