import { say } from '../i18n/say.ts';
import { bloodMethodWords, stageWords } from './describe-report.ts';
import { creatinineCodes, equationCodes, ownCode, quantity } from './fhir-codes.ts';
import type { Said } from './fhir-observation.ts';
import type { BloodResult, Report, ReportedBlood } from './report.ts';

/** A blood test and what the equation makes of it, as observations with their LOINC codes. */
export function bloodObservations({ blood }: Report): Said[] {
  if (blood === null) return [];
  const { creatinine, albumin, takenOn } = blood.test;
  const shared = { category: 'laboratory', by: 'app', ...(takenOn && { effective: takenOn }) } as const;
  const method = say('report.blood.entered');
  return [
    {
      ...shared,
      name: 'creatinine',
      code: creatinineCodes[creatinine.unit],
      value: { valueQuantity: quantity(creatinine.value, creatinine.unit) },
      method,
    },
    ...(albumin
      ? [
          {
            ...shared,
            name: 'albumin',
            // LOINC has one for each unit and each way of measuring, and which it was is not known.
            code: ownCode('albumin-creatinine-ratio', 'Albumin to creatinine ratio in urine'),
            value: { valueQuantity: quantity(albumin.value, albumin.unit) },
            method,
          },
        ]
      : []),
    ...(blood.result ? [{ ...shared, ...egfrOf(blood, blood.result) }] : []),
  ];
}

function egfrOf(blood: ReportedBlood, result: BloodResult) {
  const measured = quantity(result.egfr, 'mL/min/1.73 m²');
  return {
    name: 'egfr',
    code: equationCodes[blood.test.equation],
    value: { valueQuantity: result.isAtLeast ? { ...measured, comparator: '>=' as const } : measured },
    method: bloodMethodWords(blood),
    interpretation: stageWords(result),
    from: ['creatinine'],
  };
}
