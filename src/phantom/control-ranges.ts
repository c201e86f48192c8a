/** What a control may be set to; `unit` is as shown to a user, angles in radians (show degrees). */
export interface ControlRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: 'cm' | 'N' | 'dB' | 'MHz' | 'rad' | 's' | 'share' | 'count' | '×';
}

/**
 * Useful ranges of every number that a hand or a knob sets, under the names of `ProbePose`, `ProbeModel`, `Machine`
 * and `FrameWish`. Beyond them the picture is made still, but shows nothing that a scanner would.
 */
export const controlRanges = {
  /** `Probe`: where it is held. */
  pose: {
    xCm: { min: -15, max: 15, step: 0.1, unit: 'cm' },
    yCm: { min: -8, max: 8, step: 0.1, unit: 'cm' },
    rotation: { min: -3.14, max: 3.14, step: 0.02, unit: 'rad' },
    tilt: { min: -0.8, max: 0.8, step: 0.01, unit: 'rad' },
    rock: { min: -0.8, max: 0.8, step: 0.01, unit: 'rad' },
    liftedLeft: { min: 0, max: 0.6, step: 0.01, unit: 'share' },
    liftedRight: { min: 0, max: 0.6, step: 0.01, unit: 'share' },
    forceN: { min: 0, max: 24, step: 0.5, unit: 'N' },
  },
  /** `Probe.model`, from `probeModels[kind]`: radius and angle of curved faces, width and steering of straight ones. */
  model: {
    radiusCm: { min: 0.6, max: 6.5, step: 0.1, unit: 'cm' },
    halfAngle: { min: 0.35, max: 0.85, step: 0.01, unit: 'rad' },
    halfWidthCm: { min: 1.5, max: 3, step: 0.1, unit: 'cm' },
    steerAngle: { min: 0, max: 0.4, step: 0.01, unit: 'rad' },
    apertureCm: { min: 0.6, max: 3, step: 0.1, unit: 'cm' },
  },
  /** `Machine`. `tgcDb` holds eight sliders, each with this range; `frequencyMhz` null takes the probe's own. */
  machine: {
    depthCm: { min: 3, max: 30, step: 0.5, unit: 'cm' },
    zoom: { min: 1, max: 2, step: 0.05, unit: '×' },
    gainDb: { min: -30, max: 30, step: 0.5, unit: 'dB' },
    tgcDb: { min: -30, max: 30, step: 0.5, unit: 'dB' },
    dynamicRangeDb: { min: 40, max: 90, step: 1, unit: 'dB' },
    focusCm: { min: 1, max: 20, step: 0.5, unit: 'cm' },
    frequencyMhz: { min: 2, max: 13, step: 0.1, unit: 'MHz' },
    looks: { min: 1, max: 5, step: 1, unit: 'count' },
    smoothing: { min: 0, max: 4, step: 1, unit: 'count' },
    noiseDb: { min: -90, max: -45, step: 1, unit: 'dB' },
  },
  /** `FrameWish`: the patient's breath, and movement while the picture is made. */
  frame: {
    timeSeconds: { min: 0, max: 600, step: 0.01, unit: 's' },
    heldBreathCm: { min: 0, max: 4, step: 0.1, unit: 'cm' },
    smearCm: { min: 0, max: 2, step: 0.1, unit: 'cm' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ControlRange>>>>;
