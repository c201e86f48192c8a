import { alignProbe } from './align-probe.ts';
import type { Mishap } from './draw-mishaps.ts';
import type { Phantom } from './phantom.ts';
import { type Probe, type ProbeModel, probeModels } from './probe.ts';
import type { Random } from './random.ts';

/** A hand that means well, but for what goes wrong. */
export function drawProbe(random: Random, phantom: Phantom, mishaps: readonly Mishap[]): Probe {
  const good = alignProbe(phantom);
  const side = random.chance(0.5) ? 1 : -1;
  const reach = (phantom.scene.kidney?.size.lengthCm ?? 10) / 10;
  const slid = mishaps.includes('slide') ? side * random.between(3.8, 7.6) * reach : random.normal(0, 0.4);
  const slide = mishaps.includes('away') ? side * random.between(10, 16) * reach : slid;
  const across = phantom.organ !== 'kidney' && random.chance(0.35) ? Math.PI / 2 : 0;
  const turned = mishaps.includes('turn') ? side * random.between(0.3, 1.57) : random.normal(across, 0.08);
  const lifted = mishaps.includes('lift') ? random.between(0.28, 0.6) : random.unit() ** 3 * 0.1;
  const [liftedLeft, liftedRight] = random.chance(0.5) ? [lifted, 0] : [0, lifted];
  return {
    ...good,
    model: drawModel(random, phantom),
    xCm: good.xCm + slide * Math.cos(good.rotation),
    yCm: good.yCm + slide * Math.sin(good.rotation) + random.normal(0, 0.3),
    rotation: good.rotation + turned,
    tilt: random.normal(0, 0.06),
    rock: random.normal(0, 0.06),
    liftedLeft,
    liftedRight,
  };
}

/** Which probes a kind of patient is scanned with, each as often as it stands here. */
const habits = {
  limb: ['linear', 'linear', 'linear', 'linear', 'trapezoid', 'curvilinear'],
  infant: ['curvilinear', 'curvilinear', 'micro', 'micro', 'trapezoid'],
  kidney: ['curvilinear', 'curvilinear', 'curvilinear', 'curvilinear', 'curvilinear', 'phased', 'micro'],
  other: ['curvilinear', 'curvilinear', 'curvilinear', 'phased', 'micro', 'linear', 'trapezoid'],
} as const;

function habitOf({ organ, person }: Phantom): keyof typeof habits {
  if (organ === 'muscle') return 'limb';
  if (organ !== 'kidney') return 'other';
  return person.ageYears < 6 ? 'infant' : 'kidney';
}

/** Makers differ: radius, angle, width, frequency and aperture vary about the usual ones. */
function drawModel(random: Random, phantom: Phantom): ProbeModel {
  const apertureShare = random.between(0.6, 1.25);
  const model = drawFace(random, random.pick(habits[habitOf(phantom)]));
  const child = phantom.person.ageYears < 18;
  const faster = model.kind === 'curvilinear' && child ? 1.4 : 1;
  return {
    ...model,
    frequencyMhz: model.frequencyMhz * faster * random.between(0.75, 1.3),
    apertureCm: model.apertureCm * apertureShare,
  };
}

function drawFace(random: Random, face: (typeof habits)[keyof typeof habits][number]): ProbeModel {
  const { curvilinear, linear, phased } = probeModels;
  const halfAngle = random.between(0.9, 1.2);
  switch (face) {
    case 'curvilinear':
      return {
        ...curvilinear,
        halfAngle: curvilinear.halfAngle * halfAngle,
        radiusCm: random.between(3.8, 6.2),
      };
    case 'micro': {
      const radiusCm = random.between(1.1, 2.2);
      const wide = random.between(0.55, 0.75);
      return { ...curvilinear, radiusCm, halfAngle: wide, frequencyMhz: 5, apertureCm: 1.3 };
    }
    case 'phased':
      return {
        ...phased,
        halfAngle: phased.halfAngle * halfAngle * 0.95,
        radiusCm: random.between(0.6, 1.2),
      };
    case 'linear':
      return { ...linear, halfWidthCm: random.between(1.7, 2.6) };
    case 'trapezoid':
      return { ...linear, halfWidthCm: random.between(1.8, 2.6), steerAngle: random.between(0.12, 0.38) };
  }
}
