import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bloodTrend, type TrendBlood } from '../../../src/trend/blood-trend.ts';
import { heightOf, labelled, timeShares, valueAxis } from '../../../src/trend/chart-axis.ts';
import { anyPoint, day, firstDay } from './arbitrary.ts';

function blood(days: number, creatinine: number, changes: Partial<TrendBlood['test']> = {}): TrendBlood {
  const test = {
    creatinine: { value: creatinine, unit: 'mg/dL' as const },
    equation: 'ckd-epi-2021' as const,
  };
  const person = { ageYears: 50, sex: 'male' } as const;
  return { id: `${days}-${creatinine}`, at: firstDay + days * day, test: { ...test, ...changes }, person };
}

function valuesOf(bloods: readonly TrendBlood[]): readonly string[] {
  return bloodTrend(bloods)?.series.points.map(({ value }) => value.toFixed(2)) ?? [];
}

describe('kidney function from blood over visits', () => {
  test('all by the equation of the last test, and it says how many were computed anew', () => {
    const bloods = [blood(0, 1, { equation: 'mdrd-186' }), blood(90, 2)];
    expect(valuesOf(bloods)).toEqual(['91.69', '39.91']);
    expect(bloodTrend(bloods)).toMatchObject({ equation: 'ckd-epi-2021', recomputed: 1, without: 0 });
    expect(valuesOf([blood(0, 1), blood(90, 2, { equation: 'mdrd-186' })])).toEqual(['84.07', '37.78']);
  });

  test('one test on two pictures counts once, the one entered last', () => {
    const bloods = [blood(0, 1.5), blood(0.01, 1), blood(50, 2)];
    expect(valuesOf(bloods)).toEqual(['91.69', '39.91']);
    expect(bloodTrend(bloods)?.series.overall?.kind).toBe('changed');
  });

  test('a test that the equation does not hold for is counted, not drawn', () => {
    const child = { ageYears: 9, sex: 'male', heightCm: 130 } as const;
    expect(bloodTrend([{ ...blood(0, 0.5), person: child }, blood(9, 1)])).toMatchObject({ without: 1 });
    expect(bloodTrend([{ ...blood(0, 1), person: {} }, blood(9, 1)])).toMatchObject({ without: 1 });
    expect(bloodTrend([])).toBeNull();
  });

  test('error bars are such that two equal ones make the 20 % of the rule', () => {
    const [point] = bloodTrend([blood(0, 1)])?.series.points ?? [];
    const half = ((point?.high ?? 0) - (point?.low ?? 0)) / 2;
    expect(Math.hypot(half, half)).toBeCloseTo(0.2 * (point?.value ?? 0), 9);
  });
});

describe('the axes of a chart', () => {
  test('hold every error bar, between round values of which there are two to six', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 8 }), (points) => {
        const axis = valueAxis(points);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(6);
        for (const { low, high } of points) {
          expect(heightOf(low, axis)).toBeGreaterThanOrEqual(-1e-9);
          expect(heightOf(high, axis)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('has ticks at 1, 2 or 5 times a power of ten', () => {
    expect(valueAxis([{ low: 10.3, high: 11.2 }]).ticks.map((tick) => tick.toFixed(1))).toEqual([
      '10.0',
      '10.5',
      '11.0',
      '11.5',
    ]);
    expect(valueAxis([{ low: 33, high: 91 }]).ticks).toEqual([20, 40, 60, 80, 100]);
  });

  test('time runs from the first to the last, and one visit stands in the middle', () => {
    expect(timeShares([{ at: 0 }, { at: 30 }, { at: 120 }])).toEqual([0, 0.25, 1]);
    expect(timeShares([{ at: 5 }])).toEqual([0.5]);
  });

  test('labels never touch; the last and the first have theirs where there is room for two', () => {
    expect([...labelled([0, 0.1, 0.5, 0.9, 1], 0.2)].sort()).toEqual([0, 2, 4]);
    expect([...labelled([0, 0.1], 0.2)]).toEqual([1]);
    expect([...labelled([], 0.2)]).toEqual([]);
  });
});
