import { type ControlRange, controlRanges } from '../phantom/control-ranges.ts';

/** From where to where a control goes, and in which steps; in the phantom's units. */
export type NumberRange = Omit<ControlRange, 'unit'>;

const { pose, model, machine, frame } = controlRanges;

/** The range of every number that can be set. */
export const patientRanges = {
  ...pose,
  ...model,
  ...machine,
  heldBreathCm: frame.heldBreathCm,
  smearCm: frame.smearCm,
  frozenAt: frame.timeSeconds,
  seed: { min: 0, max: 999_999, step: 1 },
  ageYears: { min: 1, max: 90, step: 1 },
  egfr: { min: 5, max: 135, step: 1 },
  build: { min: 0, max: 1, step: 0.01 },
} as const satisfies Record<string, NumberRange>;
