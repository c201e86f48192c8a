import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPatient, writePatient } from '../../../src/patient/patient-address.ts';
import { settingChoices } from '../../../src/patient/patient-choices.ts';
import { patientRanges } from '../../../src/patient/patient-ranges.ts';
import { firstSettings, type PatientSettings } from '../../../src/patient/patient-settings.ts';
import { targetNames } from '../../../src/phantom/targets.ts';

const inRange = (key: keyof typeof patientRanges): fc.Arbitrary<number> =>
  fc.double({ ...pick(key), noNaN: true }).map((value) => Number(value.toFixed(4)) + 0);

function pick(key: keyof typeof patientRanges): { min: number; max: number } {
  const { min, max } = patientRanges[key];
  return { min, max };
}

const changes = fc.record<Partial<PatientSettings>>(
  {
    seed: fc.integer(pick('seed')),
    target: fc.constantFrom(...targetNames),
    organ: fc.constantFrom(...settingChoices.organ),
    findings: fc.subarray([...settingChoices.finding]),
    grade: fc.constantFrom(...settingChoices.grade),
    ribs: fc.boolean(),
    ageYears: fc.integer(pick('ageYears')),
    side: fc.constantFrom(...settingChoices.side),
    kind: fc.constantFrom(...settingChoices.kind),
    xCm: inRange('xCm'),
    rotation: inRange('rotation'),
    forceN: inRange('forceN'),
    frequencyMhz: inRange('frequencyMhz'),
    tgcDb: fc.array(inRange('tgcDb'), { minLength: 8, maxLength: 8 }),
    looks: fc.integer(pick('looks')),
    isBreathHeld: fc.boolean(),
    frozenAt: inRange('frozenAt'),
    ruler: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('the address of a virtual patient', () => {
  it('brings back every setting', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const settings = { ...firstSettings, ...change };
        expect(readPatient(writePatient(settings))).toEqual(settings);
      }),
    );
  });

  it('is short: the number, and what differs', () => {
    expect(writePatient(firstSettings)).toBe(`seed=${firstSettings.seed}`);
    expect(writePatient({ ...firstSettings, seed: 7, organ: 'liver', gainDb: -3 })).toBe(
      'seed=7&organ=liver&gainDb=-3',
    );
  });

  it('never throws, and stays in range', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPatient(text)).toEqual(firstSettings);
      }),
    );
    const odd = readPatient('seed=-5&depthCm=1e9&organ=brain&tgcDb=1,2&looks=2.6&egfr=&zoom=x&__proto__=1');
    expect(odd).toEqual({ ...firstSettings, seed: 0, depthCm: patientRanges.depthCm.max, looks: 3 });
  });
});
