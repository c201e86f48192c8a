import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, changeBetween, type Measure, type TrendPoint } from '../../../src/trend/change.ts';
import { anyPoint } from './arbitrary.ts';

const measures: readonly Measure[] = ['length', 'volume', 'picture', 'blood'];
const anyMeasure = fc.constantFrom(...measures);

function point(value: number, half = 0.4, changes: Partial<TrendPoint> = {}): TrendPoint {
  const [low, high] = [value - half, value + half];
  return { id: String(value), at: 0, value, low, high, isLowerBound: false, madeBy: '', ...changes };
}

/** The same change seen from the other end. */
function turned(change: Change): Change {
  return change.kind === 'changed' ? { ...change, by: -change.by } : change;
}

describe('what is called a change', () => {
  test('never a value beside itself', () => {
    fc.assert(
      fc.property(anyMeasure, anyPoint, (measure, one) => {
        expect(changeBetween(measure, one, one).kind).not.toBe('changed');
      }),
    );
  });

  test('the same from either end, for sizes and what is read off the picture', () => {
    fc.assert(
      fc.property(fc.constantFrom('length', 'volume', 'picture'), anyPoint, anyPoint, (measure, a, b) => {
        expect(changeBetween(measure, a, b)).toEqual(turned(changeBetween(measure, b, a)));
      }),
    );
  });

  test('a size beyond the root of both errors squared: 0.4 and 0.3 bear a difference of 0.5 and no more', () => {
    const earlier = point(10, 0.4);
    expect(changeBetween('length', earlier, point(10.49, 0.3))).toEqual({ kind: 'none' });
    const change = changeBetween('length', earlier, point(10.9, 0.3));
    if (change.kind !== 'changed') throw new Error(change.kind);
    expect(change.by).toBeCloseTo(0.9, 9);
    expect(change.plusMinus).toBeCloseTo(0.5, 9);
  });

  test('blood beyond a fifth of the earlier value, as KDIGO 2024 has it', () => {
    const earlier = point(50);
    expect(changeBetween('blood', earlier, point(40)).kind).toBe('none');
    expect(changeBetween('blood', earlier, point(60)).kind).toBe('none');
    expect(changeBetween('blood', earlier, point(39.9)).kind).toBe('changed');
    expect(changeBetween('blood', earlier, point(60.1)).kind).toBe('changed');
  });

  test('what is read off the picture only when the intervals share no value', () => {
    expect(changeBetween('picture', point(60, 10), point(80, 10)).kind).toBe('none');
    expect(changeBetween('picture', point(60, 10), point(80.1, 10)).kind).toBe('changed');
  });

  test('nothing is said of values that were made differently', () => {
    const change = changeBetween('picture', point(20, 1, { madeBy: 'a' }), point(90, 1, { madeBy: 'b' }));
    expect(change).toEqual({ kind: 'unknown', why: 'made-differently' });
  });

  test('a kidney that is cut off tells a change only where it measures more all the same', () => {
    const cutOff = { isLowerBound: true };
    expect(changeBetween('length', point(9, 0.4, cutOff), point(11))).toMatchObject({ why: 'cut-off' });
    expect(changeBetween('length', point(10), point(10.1, 0.4, cutOff))).toMatchObject({ why: 'cut-off' });
    expect(changeBetween('length', point(9), point(11, 0.4, cutOff))).toMatchObject({
      by: 2,
      isAtLeast: true,
    });
    expect(changeBetween('length', point(11, 0.4, cutOff), point(9))).toMatchObject({
      by: -2,
      isAtLeast: true,
    });
  });
});
