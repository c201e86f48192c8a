/** The shape of a probe's face and its fixed facts. */
export interface ProbeModel {
  readonly kind: 'curvilinear' | 'linear' | 'phased';
  /** Radius of the face, cm; 0 for a straight one. A phased array's beams meet close behind its face. */
  readonly radiusCm: number;
  /** Half the angle of view, radians; 0 for parallel beams. */
  readonly halfAngle: number;
  /** Half the width of a straight face, cm. */
  readonly halfWidthCm: number;
  /**
   * Trapezoid (virtual convex): by how much the outermost beams of a straight face are steered outwards, radians;
   * 0 leaves them parallel. A curved face does not steer.
   */
  readonly steerAngle: number;
  readonly frequencyMhz: number;
  /** Largest width of the receiving aperture, cm. */
  readonly apertureCm: number;
}

/** Usual faces: convex 60 mm radius and 60–70°, linear 40 mm, phased 90°; frequencies as set for the abdomen. */
export const probeModels: Record<ProbeModel['kind'], ProbeModel> = {
  curvilinear: {
    kind: 'curvilinear',
    radiusCm: 5,
    halfAngle: 0.54,
    halfWidthCm: 0,
    steerAngle: 0,
    frequencyMhz: 3.5,
    apertureCm: 2.2,
  },
  linear: {
    kind: 'linear',
    radiusCm: 0,
    halfAngle: 0,
    halfWidthCm: 2,
    steerAngle: 0,
    frequencyMhz: 9,
    apertureCm: 1.4,
  },
  phased: {
    kind: 'phased',
    radiusCm: 0.9,
    halfAngle: 0.75,
    halfWidthCm: 0,
    steerAngle: 0,
    frequencyMhz: 2.5,
    apertureCm: 1.8,
  },
};

/** Where the probe is held. All angles are radians; all 0 is a longitudinal cut, head to the left. */
export interface ProbePose {
  /** Slide over the skin towards the feet, cm. */
  readonly xCm: number;
  /** Slide over the skin towards the front, cm. */
  readonly yCm: number;
  /** Turn about the probe's own axis; π/2 is a transverse cut. */
  readonly rotation: number;
  /** Swing out of the picture plane. */
  readonly tilt: number;
  /** Swing within the picture plane; positive looks towards the right of the picture. */
  readonly rock: number;
  /** Share of the face without contact at the picture's left and right. */
  readonly liftedLeft: number;
  readonly liftedRight: number;
  /** How hard it is pressed, newtons; `normalForceN` leaves the body as it was drawn. */
  readonly forceN: number;
}

/** A hand that keeps good contact and deforms little; sonographers press with some 5 to 20 N (not checked). */
export const normalForceN = 8;

/** A probe in a hand. */
export interface Probe extends ProbePose {
  readonly model: ProbeModel;
}

/** The convex probe, held straight at the middle of the scene; `change` says what is otherwise. */
export function holdProbe(change: Partial<Probe> = {}): Probe {
  return {
    model: probeModels.curvilinear,
    xCm: 0,
    yCm: 0,
    rotation: 0,
    tilt: 0,
    rock: 0,
    liftedLeft: 0,
    liftedRight: 0,
    forceN: normalForceN,
    ...change,
  };
}
