import type { Machine } from './machine.ts';
import type { ProbePose } from './probe.ts';
import { seededRandom } from './random.ts';
import type { Target } from './targets.ts';

/** Where hand and knobs stand when a target is set. */
export type Start = Pick<ProbePose, 'xCm' | 'yCm' | 'rotation' | 'tilt' | 'rock' | 'forceN'> &
  Pick<Machine, 'gainDb' | 'depthCm'>;

/**
 * A place from which the target must be looked for: slid along the flank, turned towards the other view, tilted, too
 * dark or too bright; the same for the same seed.
 */
export function startPractice(seed: number, { cut }: Target): Start {
  const random = seededRandom(seed ^ 0x2c1b_3c6d);
  const way = (least: number, most: number): number =>
    random.between(least, most) * (random.chance(0.5) ? 1 : -1);
  const turned = way(0.9, 1.2);
  return {
    xCm: way(2.5, 4.5),
    yCm: way(0.5, 1.5),
    // An axis lies within 0.3 of the body's own; both views begin far from theirs.
    rotation: cut === 'long' ? turned : turned - Math.sign(turned) * 0.9,
    tilt: way(0.05, 0.2),
    rock: way(0, 0.15),
    forceN: random.pick([4, 5, 8, 11]),
    gainDb: way(6, 11),
    depthCm: random.pick([11, 14, 18, 21]),
  };
}
