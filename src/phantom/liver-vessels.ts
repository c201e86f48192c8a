import type { Body } from './body.ts';
import type { Random } from './random.ts';
import { Region } from './region.ts';

/** Veins in a liver: thin dark tubes, the portal ones with bright walls. */
export function liverVessels(random: Random, { centre, halfAxesCm }: Body): Body[] {
  const [a, b, c] = halfAxesCm;
  return Array.from({ length: 14 }, (): Body => {
    const turn = random.between(0, 2 * Math.PI);
    const dip = random.between(-0.7, 0.7);
    const radius = random.between(0.08, 0.24);
    return {
      region: Region.vessel,
      centre: {
        x: centre.x + random.between(-0.6, 0.85) * a,
        y: centre.y + random.between(-0.25, 0.25) * b,
        z: centre.z + random.between(-0.75, 0.75) * c,
      },
      axis: { x: Math.cos(turn) * Math.cos(dip), y: Math.sin(turn) * Math.cos(dip), z: Math.sin(dip) },
      halfAxesCm: [radius * random.between(4, 12), radius, radius],
      uneven: 0.05,
      wallEcho: random.chance(0.5) ? 2.5 : 0,
    };
  });
}
