import type { PatientSettings } from './patient-settings.ts';

/** What can be chosen from a few, in the order in which it is shown. */
export const settingChoices = {
  kind: ['curvilinear', 'linear', 'phased'],
  organ: ['kidney', 'liver', 'spleen', 'gallbladder', 'bladder', 'bowel', 'muscle', 'nothing'],
  finding: ['stone', 'cyst', 'mass', 'hydronephrosis', 'bright-cortex'],
  grade: [1, 2, 3, 4],
  sex: ['female', 'male'],
  side: ['right', 'left'],
} as const satisfies {
  readonly kind: readonly PatientSettings['kind'][];
  readonly organ: readonly PatientSettings['organ'][];
  readonly finding: PatientSettings['findings'];
  readonly grade: readonly PatientSettings['grade'][];
  readonly sex: readonly NonNullable<PatientSettings['sex']>[];
  readonly side: readonly NonNullable<PatientSettings['side']>[];
};
