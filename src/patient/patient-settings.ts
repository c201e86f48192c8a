import type { HydronephrosisGrade } from '../phantom/collecting-system.ts';
import { type Machine, setMachine } from '../phantom/machine.ts';
import type { OtherOrgan } from '../phantom/organ-alone.ts';
import type { Person } from '../phantom/person.ts';
import type { FindingKind } from '../phantom/phantom.ts';
import { holdProbe, type ProbeModel, type ProbePose } from '../phantom/probe.ts';
import type { TargetName } from '../phantom/targets.ts';

/** What can be chosen about the person; null leaves it to the seed. */
export type PersonSettings = { readonly [K in keyof Omit<Person, 'heightCm'>]: Person[K] | null };

/** What can be chosen about the probe's face; null takes the usual face of its kind. */
export type FaceSettings = {
  readonly [K in 'radiusCm' | 'halfAngle' | 'halfWidthCm' | 'apertureCm']: ProbeModel[K] | null;
};

/** Everything that can be set on the virtual patient, flat, in the phantom's own units: centimetres, radians, dB. */
export interface PatientSettings extends PersonSettings, FaceSettings, ProbePose, Machine {
  readonly seed: number;
  /** What is practised; null when nothing is. */
  readonly target: TargetName | null;
  readonly organ: 'kidney' | OtherOrgan;
  readonly findings: readonly FindingKind[];
  readonly grade: HydronephrosisGrade;
  readonly ribs: boolean;
  readonly gas: boolean;
  readonly kind: ProbeModel['kind'];
  /** Trapezoid of a linear probe, radians; 0 for parallel beams. */
  readonly steerAngle: number;
  readonly isBreathHeld: boolean;
  /** How deep the held breath is: the organs' way towards the feet, cm. */
  readonly heldBreathCm: number;
  readonly smearCm: number;
  /** Seconds at which time stands still; null while it runs. */
  readonly frozenAt: number | null;
  readonly ruler: boolean;
  readonly greyBar: boolean;
  readonly text: boolean;
  readonly textInside: boolean;
  readonly calipers: boolean;
}

const { model: _, ...pose } = holdProbe();

/** How the virtual patient is met at first: a straight probe in the middle, a good machine. */
export const firstSettings: PatientSettings = {
  ...pose,
  ...setMachine(),
  seed: 21,
  target: null,
  organ: 'kidney',
  findings: [],
  grade: 2,
  ribs: false,
  gas: false,
  ageYears: null,
  sex: null,
  egfr: null,
  side: null,
  build: null,
  kind: 'curvilinear',
  radiusCm: null,
  halfAngle: null,
  halfWidthCm: null,
  apertureCm: null,
  steerAngle: 0,
  isBreathHeld: false,
  heldBreathCm: 2,
  smearCm: 0,
  frozenAt: null,
  ruler: true,
  greyBar: true,
  text: false,
  textInside: false,
  calipers: false,
};
