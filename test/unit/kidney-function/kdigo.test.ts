import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  albuminStage,
  albuminStages,
  checksAYear,
  egfrRange,
  gfrStage,
  gfrStages,
  riskOf,
} from '../../../src/kidney-function/kdigo.ts';

test('stages begin at 90, 60, 45, 30 and 15, on whole numbers', () => {
  const at = [90, 89.5, 89.4, 60, 59.4, 45, 44.4, 30, 29.4, 15, 14.4, 0].map(gfrStage);
  expect(at.join(' ')).toBe('G1 G1 G2 G2 G3a G3a G3b G3b G4 G4 G5 G5');
});

test('a stage holds the numbers that are written beside it, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (egfr) => {
      const holding = gfrStages.filter((stage) => {
        const { from, to } = egfrRange(stage);
        return egfr >= (from ?? 0) && egfr <= (to ?? Number.POSITIVE_INFINITY);
      });
      expect(holding).toEqual([gfrStage(egfr)]);
    }),
  );
});

test('albumin is staged in its own unit, both ends in A2', () => {
  const grams = [29.9, 30, 300, 300.1].map((value) => albuminStage({ value, unit: 'mg/g' }));
  const moles = [2.9, 3, 30, 30.1].map((value) => albuminStage({ value, unit: 'mg/mmol' }));
  expect(grams).toEqual(['A1', 'A2', 'A2', 'A3']);
  expect(moles).toEqual(grams);
});

test('the map and the checks a year are those of the reference', () => {
  const rows = (cell: typeof riskOf | typeof checksAYear) =>
    gfrStages.map((gfr) => `${gfr} ${albuminStages.map((albumin) => cell(gfr, albumin)).join(' ')}`);
  expect(rows(riskOf)).toEqual([
    'G1 low moderate high',
    'G2 low moderate high',
    'G3a moderate high very-high',
    'G3b high very-high very-high',
    'G4 very-high very-high very-high',
    'G5 very-high very-high very-high',
  ]);
  expect(rows(checksAYear)).toEqual([
    'G1 1 1 2',
    'G2 1 1 2',
    'G3a 1 2 3',
    'G3b 2 3 3',
    'G4 3 3 4',
    'G5 4 4 4',
  ]);
});
