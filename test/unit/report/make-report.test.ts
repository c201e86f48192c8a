import { expect, test } from 'vitest';
import { makeReport } from '../../../src/report/make-report.ts';
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

test('a finding is called by its threshold, and not at all in the band of doubt', () => {
  const said = fullReport.findings?.readings.map(({ probability, call }) => [probability, call]);
  expect(said).toEqual([
    [0.05, 'absent'],
    [0.22, 'absent'],
    [0.39, 'absent'],
    [0.56, 'unclear'],
    [0.73, 'present'],
    [0.9, 'present'],
  ]);
});

test('what would mislead is said: a fault, a failed self-test, a child, a picture unlike the known ones', () => {
  const told = makeReport(
    {
      ...full,
      verdict: { kind: 'faults', faults: ['gain'] },
      analysis: { ...full.analysis, selfTest: { ...full.analysis.selfTest, passed: false } },
      additions: {
        ...full.additions,
        patient: { ageYears: 12, heightCm: 150 },
        ...(reading.findings && { reading: { ...reading, findings: { ...reading.findings, novelty: 1.2 } } }),
      },
    },
    sources,
  );
  expect(told.caveats).toEqual([
    'self-test-failed',
    'faulty-picture',
    'by-hand',
    'unlike-training',
    'child',
    'screening',
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
