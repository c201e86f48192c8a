import type { Body } from './body.ts';
import type { Random } from './random.ts';
import { Region } from './region.ts';
import type { AbdominalWall } from './scene.ts';

/**
 * Draws a tendon of a limb: a band along it, 3–8 mm thick and 0.8–2.6 cm wide, under the fat or between the muscles,
 * and up to 12° from lying flat. Across it is an oval. Sizes are chosen so that Achilles, patellar and quadriceps
 * tendons lie within.
 */
export function sampleTendon(random: Random, { skinCm, fatCm, muscleCm }: AbdominalWall): Body {
  const thick = random.between(0.15, 0.4);
  const shallow = random.chance(0.5);
  const z = skinCm + fatCm + thick + (shallow ? random.between(0, 0.3) : random.between(0.2, 0.6) * muscleCm);
  const slope = random.normal(0, 0.06);
  const turn = random.normal(0, 0.12);
  return {
    region: Region.tendon,
    centre: { x: random.between(-1.5, 1.5), y: random.normal(0, 0.15), z },
    axis: {
      x: Math.cos(turn) * Math.cos(slope),
      y: Math.sin(turn) * Math.cos(slope),
      z: Math.sin(slope),
    },
    halfAxesCm: [random.between(4, 9), random.between(0.4, 1.3), thick],
    uneven: 0.04,
    wallEcho: random.between(2, 4),
  };
}
