import { expect, test } from 'vitest';
import { makeReport, type ReportableRecord } from '../../../src/report/make-report.ts';
import { bare, bareReport, full, fullReport, reading, sources } from './full-record.ts';

test('a record with a scale is told in centimetres, caliper after outline, with its volume and usual ranges', () => {
  expect(fullReport.sizes.map(({ kind, method, unit }) => [kind, method, unit])).toEqual([
    ['length', 'outline', 'cm'],
    ['length', 'caliper', 'cm'],
    ['width', 'outline', 'cm'],
    ['area', 'outline', 'cm²'],
    ['perimeter', 'outline', 'cm'],
    ['parenchyma', 'outline', 'cm'],
    ['volume', 'two-views', 'ml'],
  ]);
  const [length, caliper] = fullReport.sizes;
  expect(length?.value).toBeCloseTo(10.8, 2);
  expect(caliper?.value).toBe(10.8);
  expect(length?.plusMinus).toBeGreaterThan(caliper?.plusMinus ?? Number.NaN);
  expect(length?.reference?.source).toBe('benin');
  expect(fullReport.scale).toEqual({ source: 'ruler', plusMinusShare: 0.02 });
  expect(fullReport.missing).toEqual([]);
});

test('without one it is told in pixels, and what is missing is named', () => {
  expect(new Set(bareReport.sizes.map(({ unit }) => unit))).toEqual(new Set(['px', 'px²']));
  expect(bareReport.sizes.every(({ reference }) => reference === null)).toBe(true);
  expect(bareReport.scale).toEqual({ source: null, why: 'never-had' });
  expect(bareReport.missing).toEqual(['scale', 'volume', 'findings', 'function', 'blood', 'patient']);
  expect(bareReport.caveats).toEqual(['no-scale']);
});

test('a finding is told as its screen would: seen, not seen, too close, or beyond the model, without a number then', () => {
  const said = fullReport.findings?.readings.map(({ finding, probability, state, isUnproven }) => [
    finding,
    probability,
    state,
    isUnproven,
  ]);
  expect(said).toEqual([
    ['abnormal', 0.05, 'not-seen', true],
    ['stone', 0.22, 'not-seen', true],
    ['cyst', null, 'untold', true],
    ['hyperechogenicity', 0.56, 'unsure', true],
    ['mass', 0.73, 'seen', true],
    ['hydronephrosis', 0.9, 'seen', false],
  ]);
});

test('no finding is told of a patient or a picture that the card is not for, nor without the card', () => {
  const { grounds } = sources;
  const unlike = reading.findings && { ...reading, findings: { ...reading.findings, novelty: 1.2 } };
  const told = (additions: ReportableRecord['additions'], by = grounds) =>
    makeReport({ ...full, additions: { ...full.additions, ...additions } }, { ...sources, grounds: by });
  const reports = [
    told({ patient: { ageYears: 12 } }),
    told({ patient: {} }),
    told(unlike ? { reading: unlike } : {}),
    told({}, null),
  ];
  expect(reports.map(({ whyNoFindings }) => whyNoFindings)).toEqual(['age', 'age', 'unlike', 'no-card']);
  expect(reports.map(({ findings }) => findings)).toEqual([null, null, null, null]);
  expect(reports.every(({ caveats }) => caveats.some((one) => one.startsWith('findings-')))).toBe(true);
});

test('what would mislead is said: a fault, a failed self-test, a picture unlike the known ones', () => {
  const told = makeReport(
    {
      ...full,
      verdict: { kind: 'faults', faults: ['gain'] },
      analysis: { ...full.analysis, selfTest: { ...full.analysis.selfTest, passed: false } },
      additions: {
        ...full.additions,
        ...(reading.function && { reading: { ...reading, function: { ...reading.function, novelty: 1.2 } } }),
      },
    },
    sources,
  );
  expect(told.caveats).toEqual([
    'self-test-failed',
    'faulty-picture',
    'by-hand',
    'unlike-training',
    'screening',
    'unproven',
    'function',
    'rescan',
  ]);
});

test('a picture that was declined has no sizes and says why', () => {
  const { analysis } = bare;
  const declined = { kind: 'declined', refusal: 'no-sector', sector: null } as const;
  const told = makeReport(
    { ...bare, verdict: declined, analysis: { ...analysis, outcome: declined } },
    sources,
  );
  expect(told.sizes).toEqual([]);
  expect(told.whyNoSizes).toBe('declined');
});

test('a blood test is told with its KDIGO stages, as 60 or more where the equation knows no better, or not at all', () => {
  const blood = full.additions?.blood;
  if (blood === undefined) throw new Error('no blood');
  const tell = (additions: ReportableRecord['additions']) =>
    makeReport({ ...full, additions: { ...full.additions, ...additions } }, sources);
  expect(fullReport.blood?.result).toEqual({
    egfr: 56.366,
    isAtLeast: false,
    stages: ['G3a'],
    albumin: 'A2',
    sign: 'ckd-if-lasting',
  });
  const healthy = { ...blood, creatinine: { value: 0.9, unit: 'mg/dL' }, equation: 'mdrd-175' } as const;
  expect(tell({ blood: healthy }).blood?.result).toMatchObject({
    egfr: 60,
    isAtLeast: true,
    stages: ['G1', 'G2'],
  });
  const unknown = tell({ patient: { sex: 'male' } });
  expect(unknown.blood?.result).toBeNull();
  expect(unknown.missing).toContain('blood');
});
