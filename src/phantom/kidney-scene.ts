import { wallCm } from './ask-wall.ts';
import type { Body } from './body.ts';
import { type HydronephrosisGrade, sampleCollectingSystem } from './collecting-system.ts';
import type { Finding } from './finding.ts';
import { type Kidney, placeKidney } from './kidney.ts';
import { type KidneySize, sampleKidneySize } from './kidney-size.ts';
import { sampleNeighbours } from './neighbours.ts';
import type { Person } from './person.ts';
import type { FindingKind } from './phantom.ts';
import type { Random } from './random.ts';
import { Region } from './region.ts';
import { sampleFinding } from './sample-finding.ts';
import { sampleBreathing, sampleRibs, sampleWall } from './sample-wall.ts';
import type { Scene } from './scene.ts';

interface KidneyWish {
  readonly findings: readonly FindingKind[];
  readonly hydronephrosisGrade: HydronephrosisGrade | 0;
  readonly gas: boolean;
  readonly ribs: boolean;
}

/** A flank with a kidney: its middle lies below x = y = 0, its long axis near x. */
export function kidneyScene(random: Random, person: Person, wish: KidneyWish): Scene {
  const wall = sampleWall(random, person);
  const size = changedSize(sampleKidneySize(random, person), wish);
  const gap = random.between(0.5, 1.2) + 1.6 * random.unit() * (person.ageYears < 18 ? 0.4 : 1);
  const slope = random.between(-0.08, 0.42);
  const rise = 0.35 * Math.abs(Math.sin(slope)) * size.lengthCm;
  const depth = wallCm(wall) + gap + size.widthCm / 2 + 0.5 * rise;
  const bare = placeKidney(random, size, {
    centre: { x: random.between(-0.6, 0.6), y: random.between(-0.4, 0.4), z: depth },
    slopeRadians: slope,
    skewRadians: random.between(-0.3, 0.3),
    rollRadians: random.between(-0.7, 0.7),
  });
  const kidney = withFindings(random, bare, wish);
  const neighbours = sampleNeighbours(random, person, kidney);
  return {
    wall,
    kidney,
    ribs: sampleRibs(random, { wall, size, over: wish.ribs }),
    inWall: [],
    inFront: wish.gas ? [gasOver(random, kidney)] : [],
    ...neighbours,
    background: Region.deepTissue,
    breathing: sampleBreathing(random),
  };
}

function changedSize(size: KidneySize, wish: KidneyWish): KidneySize {
  const thinned = wish.hydronephrosisGrade === 4 ? 0.5 : 1;
  const bright = wish.findings.includes('bright-cortex');
  return {
    ...size,
    cortexCm: size.cortexCm * thinned,
    parenchymaCm: size.parenchymaCm * thinned,
    cortexDb: bright ? Math.max(3, size.cortexDb + 4) : size.cortexDb,
    medullaDb: bright ? 0.15 * size.medullaDb : size.medullaDb,
  };
}

function withFindings(random: Random, kidney: Kidney, wish: KidneyWish): Kidney {
  const findings: Finding[] = [];
  for (const kind of wish.findings) {
    if (kind === 'stone' || kind === 'cyst' || kind === 'mass')
      findings.push(sampleFinding(random, kidney, kind));
  }
  const grade = wish.hydronephrosisGrade;
  return {
    ...kidney,
    findings,
    collecting: grade === 0 ? null : sampleCollectingSystem(random, kidney, grade),
  };
}

function gasOver(random: Random, { centre, size }: Kidney): Body {
  const x = centre.x + random.between(-0.35, 0.45) * size.lengthCm;
  return {
    region: Region.gas,
    centre: { x, y: random.between(-0.5, 0.5), z: centre.z - size.widthCm / 2 - random.between(0, 0.5) },
    axis: { x: 1, y: 0, z: 0 },
    halfAxesCm: [random.between(0.7, 2), random.between(1.5, 3), random.between(0.3, 0.6)],
    uneven: 0.2,
    wallEcho: 11,
  };
}
