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
  /**
   * Where the pyramids point, in axes scaled to the capsule: angle towards the lower pole, and angle round the long
   * axis from opposite the hilum, in turn; radians.
   */
  readonly pyramids: Float64Array;
  /** Half width of a pyramid's base, radians. */
  readonly pyramidWidth: number;
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
    pyramidWidth: random.between(0.24, 0.28),
    grain: random.between(0, 32),
    findings: [],
    collecting: null,
  };
}

/** Columns from pole to pole, and the rows of each round the sinus: 17 pyramids (8–18 are usual; not checked). */
const pyramidColumns = [
  { towardsPole: -1.22, rows: [-0.6, 0.8] },
  { towardsPole: -0.78, rows: [-2.15, 2.05] },
  { towardsPole: -0.61, rows: [-0.8, 0.25, 1.2] },
  { towardsPole: 0, rows: [-1.2, -0.25, 0.8] },
  { towardsPole: 0.61, rows: [-0.8, 0.25, 1.2] },
  { towardsPole: 0.82, rows: [-2.05, 2.15] },
  { towardsPole: 1.22, rows: [-0.8, 0.6] },
] as const;

function placePyramids(random: Random): Float64Array {
  const pairs = pyramidColumns.flatMap(({ towardsPole, rows }) =>
    rows.flatMap((round) => [towardsPole + random.between(-0.07, 0.07), round + random.between(-0.1, 0.1)]),
  );
  return Float64Array.from(pairs);
}
