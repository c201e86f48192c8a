import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proportionOf } from '../../../src/evaluation/wilson.ts';
import { areaUnder, curveOf, type Judged, operateAt } from '../../../src/findings/roc.ts';

const judged = fc.array(
  fc.record({ probability: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), holds: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe('a curve', () => {
  test('says at any threshold what counting says', () => {
    fc.assert(
      fc.property(judged, fc.double({ min: 0, max: 1, noNaN: true }), (set, threshold) => {
        const { sensitivity, specificity } = operateAt(curveOf(set), threshold);
        for (const [holds, said] of [
          [true, sensitivity],
          [false, specificity],
        ] as const) {
          const those = set.filter((one) => one.holds === holds);
          const right = those.filter(({ probability }) => probability >= threshold === holds).length;
          expect(said).toEqual(proportionOf(right, those.length));
        }
      }),
      { numRuns: 200, examples: [[[{ probability: 1, holds: true }], 1]] },
    );
  });

  test('ascends in thresholds and in specificity', () => {
    fc.assert(
      fc.property(judged.filter(hasBoth), (set) => {
        const { points } = curveOf(set);
        for (const [i, [threshold, sensitivity, specificity]] of points.entries()) {
          const before = points[i - 1] ?? [-1, 1, 0];
          expect(threshold).toBeGreaterThan(before[0]);
          expect(sensitivity).toBeLessThanOrEqual(before[1]);
          expect(specificity).toBeGreaterThanOrEqual(before[2]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the area under a curve', () => {
  test('is the share of pairs in which the finding wins', () => {
    fc.assert(
      fc.property(judged, (set) => {
        const yes = set.filter(({ holds }) => holds);
        const no = set.filter(({ holds }) => !holds);
        const won = yes.flatMap((a) => no.map((b) => (1 + Math.sign(a.probability - b.probability)) / 2));
        const expected = won.reduce((sum, one) => sum + one, 0) / won.length;
        if (won.length === 0) expect(areaUnder(set)).toBeNull();
        else expect(areaUnder(set)?.value).toBeCloseTo(expected, 12);
      }),
      { numRuns: 60 },
    );
  });

  test('has an interval round it that narrows with more pictures', () => {
    const set = (n: number): Judged[] =>
      Array.from({ length: n }, (_, i) => ({
        probability: ((i * 37) % 100) / 100,
        holds: (i * 37) % 100 > 40 + (i % 3) * 20,
      }));
    const [few, many] = [areaUnder(set(40)), areaUnder(set(400))];
    const width = (of: typeof few) => (of?.interval?.[1] ?? Number.NaN) - (of?.interval?.[0] ?? Number.NaN);
    expect(width(many)).toBeLessThan(width(few) / 2);
    expect(many?.interval?.[0]).toBeLessThan(many?.value ?? 0);
    expect(many?.interval?.[1]).toBeGreaterThan(many?.value ?? 1);
  });
});

describe('Wilson’s interval', () => {
  // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i', (count, n, ...ends) => {
    const { interval } = proportionOf(count, n);
    for (const [i, end] of ends.entries()) expect(interval[i]).toBeCloseTo(end, 4);
  });

  test('of none is everything', () => {
    expect(proportionOf(0, 0).interval).toEqual([0, 1]);
  });
});

function hasBoth(set: readonly Judged[]): boolean {
  return set.some(({ holds }) => holds) && set.some(({ holds }) => !holds);
}
