import type { Body } from './body.ts';
import type { Kidney } from './kidney.ts';
import { liverVessels } from './liver-vessels.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { Region } from './region.ts';
import type { Diaphragm, Scene } from './scene.ts';

/** Liver or spleen before and headward of the kidney, psoas behind, bowel at the feet, the diaphragm at the head. */
export function sampleNeighbours(
  random: Random,
  person: Person,
  kidney: Kidney,
): Pick<Scene, 'organs' | 'diaphragm'> {
  const scale = kidney.size.lengthCm / 10.7;
  const window = person.side === 'right' ? liver(random, kidney) : spleen(random, kidney);
  return {
    organs: [...window, psoas(random, kidney), ...bowel(random, kidney)],
    diaphragm: diaphragm(random, kidney, scale),
  };
}

function liver(random: Random, { centre, size }: Kidney): Body[] {
  const scale = size.lengthCm / 10.7;
  // How far the tip reaches towards the feet: sometimes over the whole kidney.
  const tip = centre.x + random.between(-2.5, 5) * scale;
  const half = [random.between(8, 10) * scale, 9 * scale, random.between(4.6, 6) * scale] as const;
  const body: Body = {
    region: Region.liver,
    centre: { x: tip - half[0], y: 0.5, z: centre.z - 1.6 * scale },
    axis: { x: 0.99, y: 0, z: -0.14 },
    halfAxesCm: half,
    uneven: 0.03,
    wallEcho: 3,
  };
  return [...liverVessels(random, body), body];
}

function spleen(random: Random, { centre, size }: Kidney): Body[] {
  const scale = size.lengthCm / 10.7;
  const tip = centre.x + random.between(-3.5, 0.5) * scale;
  const half = [random.between(5, 6) * scale, 4 * scale, random.between(2.2, 2.8) * scale] as const;
  return [
    {
      region: Region.spleen,
      centre: { x: tip - half[0] * 0.95, y: 0.3, z: centre.z - size.widthCm * 0.35 },
      axis: { x: 0.96, y: 0, z: -0.28 },
      halfAxesCm: half,
      uneven: 0.04,
      wallEcho: 4,
    },
  ];
}

function psoas(random: Random, { centre, size }: Kidney): Body {
  const scale = size.lengthCm / 10.7;
  return {
    region: Region.psoas,
    centre: { x: centre.x + 5 * scale, y: -0.5, z: centre.z + size.widthCm * 0.5 + 2.4 * scale },
    axis: { x: 0.98, y: 0.1, z: -0.17 },
    halfAxesCm: [9 * scale, 2.6 * scale, random.between(1.4, 1.9) * scale],
    uneven: 0.12,
    wallEcho: 1.8,
  };
}

/** Loops with some gas beside the lower pole: they hide what is beyond, not the kidney. */
function bowel(random: Random, { centre, size }: Kidney): Body[] {
  const scale = size.lengthCm / 10.7;
  return Array.from({ length: 3 }, (_, i): Body => {
    const gas = random.chance(0.4);
    return {
      region: gas ? Region.gas : Region.bowel,
      centre: {
        x: centre.x + size.lengthCm / 2 + (1.4 + 1.9 * i) * scale,
        y: random.between(-1, 1),
        z: centre.z - random.between(1, 3) * scale,
      },
      axis: { x: 0.9, y: 0.3, z: 0.3 },
      halfAxesCm: [random.between(0.8, 1.5) * scale, 1.8 * scale, random.between(0.6, 1.1) * scale],
      uneven: 0.15,
      wallEcho: gas ? 9 : 2,
    };
  });
}

function diaphragm(random: Random, { centre }: Kidney, scale: number): Diaphragm {
  return {
    centre: { x: centre.x + random.between(-2.2, 1.8) * scale, y: 0, z: centre.z - 3.5 * scale },
    halfAxesCm: [random.between(8.8, 10.5) * scale, 13 * scale, random.between(9.5, 11.5) * scale],
    echo: random.between(4, 14),
  };
}
