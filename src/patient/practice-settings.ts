import { startPractice } from '../phantom/start-practice.ts';
import { type TargetName, targets } from '../phantom/targets.ts';
import type { PatientSettings } from './patient-settings.ts';

/** A target on the patient of this number: the side that has it, and the hand away from it. */
export function practiceSettings(target: TargetName, seed: number): Partial<PatientSettings> {
  return { target, seed, side: targets[target].side, ...startPractice(seed, targets[target]) };
}

/** A link may name a target and leave the rest to it: then the hand begins away from it here as well. */
export function beginPractice(settings: PatientSettings): PatientSettings {
  const { target, seed, xCm, yCm, rotation, tilt } = settings;
  const isUntouched = xCm === 0 && yCm === 0 && rotation === 0 && tilt === 0;
  return target !== null && isUntouched ? { ...settings, ...practiceSettings(target, seed) } : settings;
}
