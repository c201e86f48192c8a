import type { CollectingSystem } from './collecting-system.ts';
import type { Finding } from './finding.ts';
import type { KidneySize } from './kidney-size.ts';
import type { Random } from './random.ts';
import { cross, turn, type Vector } from './vector.ts';

/** A kidney in the body. Its own axes: `long` towards the lower pole, `inward` to the hilum, `flat` across both. */
export interface Kidney {
  readonly size: KidneySize;
  readonly centre: Vector;
  readonly long: Vector;
  readonly inward: Vector;
  readonly flat: Vector;
  /** By how much the poles curve towards the hilum, cm. */
  readonly bendCm: number;
  /** Depth of the notch at the hilum, share of the half width. */
  readonly notch: number;
  /** Perirenal fat beyond the capsule, cm. */
  readonly fatCm: number;
  /** Strength of the capsule's echo when met at a right angle, amplitude relative to liver speckle. */
  readonly capsuleEcho: number;
  /** Unit directions of the pyramids from the centre, in axes scaled to the capsule: x, y, z in turn. */
  readonly pyramids: Float64Array;
  /** Cosine of a pyramid's half angle at its base. */
  readonly pyramidCosine: number;
  /** Offset into the noise that makes its sinus and its edges its own. */
  readonly grain: number;
  readonly findings: readonly Finding[];
  readonly collecting: CollectingSystem | null;
}

/** Where a kidney lies: depth of its middle, and how its axes are turned. */
export interface KidneyPose {
  readonly centre: Vector;
  /** Angle of the long axis to the skin in the coronal plane; positive: the upper pole lies deeper. */
  readonly slopeRadians: number;
  /** Turn of the long axis on the skin. */
  readonly skewRadians: number;
  /** Turn about the long axis: 0 has the hilum straight behind. */
  readonly rollRadians: number;
}

/** A kidney without findings, of this size and at this place. */
export function placeKidney(random: Random, size: KidneySize, pose: KidneyPose): Kidney {
  const skin = { x: 0, y: 0, z: 1 };
  const heading = turn({ x: 1, y: 0, z: 0 }, skin, pose.skewRadians);
  const side = cross(skin, heading);
  const long = turn(heading, side, pose.slopeRadians);
  const inward = turn(cross(long, side), long, pose.rollRadians);
  return {
    size,
    centre: pose.centre,
    long,
    inward,
    flat: cross(long, inward),
    bendCm: random.between(0.15, 0.5) * (size.lengthCm / 10.7),
    notch: random.between(0.08, 0.2),
    fatCm: random.between(0.15, 0.9),
    capsuleEcho: random.between(2.5, 5),
    pyramids: placePyramids(random),
    pyramidCosine: Math.cos(random.between(0.24, 0.32)),
    grain: random.between(0, 32),
    findings: [],
    collecting: null,
  };
}

/** Three staggered rows round the sinus, open towards the hilum: 17 at most, as in a lobar kidney. */
function placePyramids(random: Random): Float64Array {
  const rows = [
    { tilt: 0, count: 7, from: 0.95 },
    { tilt: 0.85, count: 5, from: 1.15 },
    { tilt: -0.85, count: 5, from: 1.3 },
  ];
  const directions = rows.flatMap(({ tilt, count, from }) =>
    Array.from({ length: count }, (_, i) => {
      const round = from + ((2 * Math.PI - 2 * from) * (i + random.between(-0.16, 0.16))) / (count - 1);
      const lift = tilt + random.between(-0.16, 0.16);
      return [Math.sin(round) * Math.cos(lift), Math.cos(round) * Math.cos(lift), Math.sin(lift)];
    }),
  );
  return Float64Array.from(directions.flat());
}
