import { describe, expect, it, test } from 'vitest';
import type { Additions } from '../../../src/history/additions.ts';
import { axisLength } from '../../../src/history/axis-length.ts';
import { kinshipOf, offerBloodTests } from '../../../src/history/one-visit.ts';
import type { BloodTest } from '../../../src/kidney-function/blood-test.ts';
import { firstTime, idOf, makeExamination, minute } from './make-examination.ts';

const record = (index: number, additions: Additions = {}, minutes = index) =>
  makeExamination(index, { additions, analysedAt: firstTime + minutes * minute });
const blood = (value: number, takenOn?: string): BloodTest => ({
  creatinine: { value, unit: 'mg/dL' },
  equation: 'ckd-epi-2021',
  ...(takenOn !== undefined && { takenOn }),
});
const right = { side: 'right' } as const;
const left = { side: 'left' } as const;

describe('whether two pictures show one kidney of one visit', () => {
  it.each([
    ['one side, one sitting', { patient: right }, { patient: right }, 90, 'same'],
    ['two sides', { patient: right }, { patient: left }, 5, 'other'],
    ['two sides, paired by hand', { patient: right, partner: idOf(1) }, { patient: left }, 5, 'other'],
    ['a side not said', { patient: right }, {}, 5, 'unsure'],
    ['paired by hand, no side said', { partner: idOf(1) }, {}, 500, 'same'],
    ['another sitting', { patient: right }, { patient: right }, 121, 'other'],
    [
      'two patients',
      { patient: { ...right, pseudonym: 'A' } },
      { patient: { ...right, pseudonym: 'B' } },
      5,
      'other',
    ],
    ['a pseudonym on one', { patient: { ...right, pseudonym: 'A' } }, { patient: right }, 5, 'same'],
  ] as const)('%s', (...[, a, b, minutes, kinship]) => {
    expect(kinshipOf(record(0, a), record(1, b, minutes))).toBe(kinship);
  });
});

describe('blood tests of other pictures', () => {
  test('are offered within a sitting, and beyond it by pseudonym, newest first', () => {
    const here = record(0, { patient: { pseudonym: 'A' } });
    const offers = offerBloodTests(here, [
      record(1, { blood: blood(1) }),
      record(2, { blood: blood(2) }, 10_000),
      record(3, { blood: blood(3, '2025-10-12'), patient: { pseudonym: 'A' } }, 10_000),
      record(4, { blood: blood(4), patient: { pseudonym: 'B' } }),
      record(5, { patient: { pseudonym: 'A' } }),
    ]);
    expect(offers.map(({ test: { creatinine } }) => creatinine.value)).toEqual([1, 3]);
    expect(offers[1]?.at).toBe(Date.UTC(2025, 9, 12));
  });

  test('are offered once, not when they are here already, and not this record’s own', () => {
    const here = record(0, { blood: blood(1) });
    expect(
      offerBloodTests(here, [
        here,
        record(1, { blood: blood(1) }),
        ...[2, 3].map((i) => record(i, { blood: blood(2) })),
      ]),
    ).toHaveLength(1);
  });

  test('bring age and height along within a sitting only, and never over what is said', () => {
    const person = { ageYears: 55, heightCm: 160, sex: 'female', pseudonym: 'A' } as const;
    const here = record(0, { patient: { pseudonym: 'A', ageYears: 54 } });
    const now = offerBloodTests(here, [record(1, { blood: blood(1), patient: person })]);
    expect(now[0]?.person).toEqual({ heightCm: 160, sex: 'female' });
    const earlier = offerBloodTests(here, [record(1, { blood: blood(1), patient: person }, -10_000)]);
    expect(earlier[0]?.person).toEqual({ sex: 'female' });
  });
});

test('an axis is measured in cm where there is a scale, and as a share of the sector always', () => {
  const opened = { width: 640, height: 480 };
  const region = { x: 0, y: 0, ...opened };
  const calibration = { source: 'ruler', cmPerPixelX: 0.05, cmPerPixelY: 0.04, region } as const;
  const poles = [
    { x: 100, y: 100 },
    { x: 220, y: 240 },
  ] as const;
  // 120 × 0.05 and 140 × 0.04 cm; in the sector of 465 px, pixels are 1.1 times as wide as high.
  const scaled = axisLength(record(0, { calibration }), poles, opened);
  expect(scaled.lengthCm).toBeCloseTo(Math.hypot(6, 5.6), 9);
  expect(scaled.share).toBeCloseTo(Math.hypot(132, 140) / 465, 9);
  expect(axisLength(record(0), poles, opened)).toEqual({ lengthCm: null, share: scaled.share });
});
