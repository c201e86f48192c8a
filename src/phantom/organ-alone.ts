import { wallCm } from './ask-wall.ts';
import type { Body } from './body.ts';
import { liverVessels } from './liver-vessels.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { Region, type RegionId } from './region.ts';
import { sampleTendon } from './sample-tendon.ts';
import { sampleBreathing, sampleWall } from './sample-wall.ts';
import type { AbdominalWall, Scene } from './scene.ts';

/** What a probe that misses the kidney shows; `nothing` is a probe in the air. */
export type OtherOrgan = 'liver' | 'spleen' | 'gallbladder' | 'bladder' | 'bowel' | 'muscle' | 'nothing';

interface OrganWish {
  readonly organ: OtherOrgan;
  /** Whether a limb shows a tendon. */
  readonly tendon: boolean;
}

interface OrganWish {
  readonly organ: OtherOrgan;
  /** Whether a limb shows a tendon. */
  readonly tendon: boolean;
}

/** A scene without a kidney; with `nothing` air begins just below the face. */
export function organAlone(random: Random, person: Person, { organ, tendon }: OrganWish): Scene {
  const usual = sampleWall(random, person);
  const top = wallCm(usual) + random.between(0.1, 0.5);
  const limb = organ === 'muscle';
  const air = organ === 'nothing';
  const wall = limb ? limbWall(random, usual) : usual;
  const scene: Scene = {
    wall,
    ribs: [],
    kidney: null,
    inWall: limb && tendon ? [sampleTendon(random, wall)] : [],
    inFront: [],
    organs: organsOf(random, organ, top),
    diaphragm: null,
    background: air ? Region.gas : limb ? Region.muscle : Region.deepTissue,
    breathing: sampleBreathing(random),
  };
  if (air) return { ...scene, wall: { ...wall, fatCm: 0, muscleCm: 0, skinCm: 0.05 } };
  if (organ !== 'liver' && organ !== 'gallbladder') return scene;
  const dome = { x: random.between(2, 5), y: 0, z: top + 2 };
  return {
    ...scene,
    diaphragm: { centre: dome, halfAxesCm: [10, 13, random.between(9, 12)], echo: random.between(5, 14) },
  };
}

/** Two or three thick muscles with thin aponeuroses between them. */
function limbWall(random: Random, wall: AbdominalWall): AbdominalWall {
  return {
    ...wall,
    fatCm: Math.min(1.5, wall.fatCm),
    muscleCm: random.between(2, 4.2),
    muscles: random.pick([1, 2, 2, 3]),
    fasciaCm: random.between(0.018, 0.04),
  };
}

function organsOf(random: Random, organ: OtherOrgan, top: number): Body[] {
  const middle = { x: random.between(-1.5, 1.5), y: random.between(-1, 1), z: top };
  const deeper = (cm: number): typeof middle => ({ ...middle, z: top + cm });
  const round = (region: RegionId, halfAxesCm: Body['halfAxesCm'], depth: number): Body => ({
    region,
    centre: deeper(depth),
    axis: { x: 0.97, y: 0, z: 0.24 },
    halfAxesCm,
    uneven: 0.05,
    wallEcho: 5,
  });
  const liver = { ...round(Region.liver, [14, 12, random.between(6.5, 8.5)], 6), uneven: 0.03 };
  const liverAll = [...liverVessels(random, liver), ...liverVessels(random, liver), liver];
  switch (organ) {
    case 'liver':
      return liverAll;
    case 'gallbladder': {
      const size = random.between(1, 1.7);
      return [round(Region.gallbladder, [2.6 * size, size, size], random.between(2, 4)), ...liverAll];
    }
    case 'spleen':
      return [
        round(Region.spleen, [random.between(5, 6.5), 4.5, random.between(2.2, 3)], random.between(2.6, 3.4)),
      ];
    case 'bladder':
      return [
        round(Region.bladder, [random.between(3, 5), 4, random.between(2, 3.5)], random.between(3, 4.2)),
      ];
    case 'bowel':
      return loops(random, top);
    default:
      return [];
  }
}

function loops(random: Random, top: number): Body[] {
  return Array.from({ length: 12 }, (_, i): Body => {
    const gas = random.chance(0.45);
    return {
      region: gas ? Region.gas : Region.bowel,
      centre: { x: random.between(-7, 7), y: random.between(-1, 1), z: top + 0.8 + 0.45 * i },
      axis: { x: random.between(0.5, 1), y: 0.3, z: random.between(-0.4, 0.4) },
      halfAxesCm: [random.between(0.9, 2), 2, random.between(0.5, 1)],
      uneven: 0.15,
      wallEcho: gas ? 9 : 3,
    };
  });
}
