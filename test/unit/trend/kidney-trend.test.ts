import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kidneyTrends } from '../../../src/trend/kidney-trend.ts';
import { sittingMs, visitsOf } from '../../../src/trend/visits.ts';
import { anyPicture, estimate, firstDay, hour, picture } from './arbitrary.ts';

const anyPictures = fc.uniqueArray(anyPicture, { selector: ({ id }) => id, maxLength: 12 });
const shuffled = anyPictures.chain((pictures) =>
  fc.tuple(
    fc.constant(pictures),
    fc.shuffledSubarray(pictures, { minLength: pictures.length, maxLength: pictures.length }),
  ),
);

describe('visits', () => {
  test('hold every picture once, none lasts longer than a sitting, and the next begins after it', () => {
    fc.assert(
      fc.property(anyPictures, (pictures) => {
        const visits = visitsOf(pictures);
        expect(
          visits
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(pictures.map(({ id }) => id).sort());
        const begins = visits.map((visit) => visit[0]?.at ?? 0);
        for (const [i, visit] of visits.entries()) {
          for (const { at } of visit) expect(at - (begins[i] ?? 0)).toBeLessThanOrEqual(sittingMs);
          expect((begins[i + 1] ?? Number.POSITIVE_INFINITY) - (begins[i] ?? 0)).toBeGreaterThan(sittingMs);
        }
      }),
    );
  });

  test('are the same whatever order the pictures come in, and so is all that follows from them', () => {
    fc.assert(
      fc.property(shuffled, ([pictures, others]) => {
        expect(visitsOf(others)).toEqual(visitsOf(pictures));
        expect(kidneyTrends(others)).toEqual(kidneyTrends(pictures));
      }),
    );
  });
});

describe('the trend of a kidney', () => {
  test('sides are kept apart, and where none is said no change is told', () => {
    const [right, left, unsaid] = kidneyTrends([
      picture(0, 10),
      picture(100, 12),
      picture(0, 9, { side: 'left' }),
      picture(0, 8, { side: null }),
      picture(100, 12, { side: null }),
    ]);
    expect(right?.series.length.overall).toMatchObject({ kind: 'changed' });
    expect(left?.series.length).toMatchObject({ points: [{ value: 9 }], overall: null });
    expect(unsaid?.series.length.overall).toEqual({ kind: 'unknown', why: 'side-unknown' });
  });

  test('the longest view of a visit stands for it, with its estimate', () => {
    const read = (days: number, lengthCm: number, egfr: number) => {
      const one = picture(days, lengthCm);
      return { ...one, estimate: estimate(one, egfr) };
    };
    const [kidney] = kidneyTrends([
      read(0, 10, 50),
      read(0.01, 10.6, 70),
      read(0.02, 10.2, 90),
      read(30, 10.4, 75),
    ]);
    expect(kidney?.series.length.points.map(({ value }) => value)).toEqual([10.6, 10.4]);
    expect(kidney?.series.picture.points.map(({ value }) => value)).toEqual([70, 75]);
    expect(kidney?.series.length.changes).toEqual([null, { kind: 'none' }]);
  });

  test('a pair counts once, for its visit, under its long view', () => {
    const volume = { value: 140, plusMinus: 20, isLowerBound: false, along: 'long', lengthCm: 11 };
    const across = { id: 'across', length: { why: 'across' as const }, volume };
    const [kidney] = kidneyTrends([picture(0, 11, { id: 'long', volume }), picture(0.01, 0, across)]);
    expect(kidney?.series.volume.points).toMatchObject([{ id: 'long', value: 140, low: 120, high: 160 }]);
    expect(kidney?.without.across).toBe(0);
  });

  test('pictures without a length are counted by why', () => {
    const [kidney] = kidneyTrends([
      picture(0, 0, { length: { why: 'no-scale' } }),
      picture(9, 0, { length: { why: 'no-scale' } }),
      picture(9, 0, { length: { why: 'across' } }),
    ]);
    expect(kidney?.without).toEqual({ 'no-scale': 2, 'no-kidney': 0, across: 1, unreadable: 0 });
  });

  test('asks about two lengths of one visit that are a third apart, not of two visits, one cut off, or unsure', () => {
    const doubts = (...pictures: Parameters<typeof picture>[]) =>
      kidneyTrends(pictures.map((one) => picture(...one)))[0]?.doubts.map((pair) => pair.map(({ id }) => id));
    expect(doubts([0, 8], [0.01, 10.5], [0.02, 10])).toEqual([['0.01-10.5', '0-8']]);
    expect(doubts([0, 8], [0.01, 10.3])).toEqual([]);
    expect(doubts([0, 8], [30, 12])).toEqual([]);
    const unsure = {
      value: 8,
      plusMinus: 2.6,
      isLowerBound: false,
      isByHand: false,
      scale: 'ruler',
    } as const;
    expect(doubts([0, 8, { length: unsure }], [0.01, 10.5])).toEqual([]);
    const cutOff = { value: 8, plusMinus: 0.4, isLowerBound: true, isByHand: false, scale: 'ruler' } as const;
    expect(doubts([0, 8, { length: cutOff }], [0.01, 12])).toEqual([]);
  });

  test('two hours part one visit from the next', () => {
    const at = (hours: number) => picture(0, 10, { id: String(hours), at: firstDay + hours * hour });
    expect(kidneyTrends([at(0), at(2), at(2.01)])[0]?.visits).toBe(2);
  });
});
