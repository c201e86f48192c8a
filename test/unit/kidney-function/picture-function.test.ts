import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { BloodTest } from '../../../src/kidney-function/blood-test.ts';
import { combineViews, type ViewReading } from '../../../src/kidney-function/combine-views.ts';
import { compareWithBlood, equationOfScale } from '../../../src/kidney-function/compare.ts';

const simulated =
  'simulated patients of this project’s phantom: drawn evenly from 8 to 125; no laboratory value';

function view(id: string, changes: Partial<ViewReading> & { value?: number; scale?: string } = {}) {
  const { value = 60, scale = simulated, ...others } = changes;
  const egfr = { value, low: value - 30, high: value + 30 };
  return { id, reading: { egfr, scale, ckd: null }, lengthCm: null, axisShare: 0.5, ...others };
}

describe('several pictures of one kidney', () => {
  test('the longest in cm speaks for it, with its own interval', () => {
    const short = view('short', { lengthCm: 9.1, axisShare: 0.9, value: 40 });
    const long = view('long', { lengthCm: 11.2, axisShare: 0.4, value: 70 });
    const unmeasured = view('unmeasured', { axisShare: 0.99, value: 95 });
    const combined = combineViews([short, unmeasured, long]);
    expect(combined).toEqual({
      chosen: long,
      by: 'cm',
      others: [short, unmeasured],
      spread: { low: 40, high: 95 },
      otherScales: [],
    });
  });

  test('without any scale, the one that fills most of the sector does', () => {
    const combined = combineViews([view('a', { axisShare: 0.5 }), view('b', { axisShare: 0.6 })]);
    expect([combined.chosen.id, combined.by]).toEqual(['b', 'share']);
  });

  test('one alone is itself', () => {
    const only = view('only', { value: 33 });
    const { chosen, by, others, spread } = combineViews([only]);
    expect({ chosen, by, others, spread }).toEqual({
      chosen: only,
      by: 'only',
      others: [],
      spread: { low: 33, high: 33 },
    });
  });

  test('a picture on another scale is never mixed in, however long', () => {
    const first = view('first', { lengthCm: 10 });
    const foreign = view('foreign', { lengthCm: 13, scale: 'MDRD 186', value: 5 });
    const combined = combineViews([first, foreign]);
    expect(combined).toMatchObject({ chosen: first, by: 'only', others: [], otherScales: [foreign] });
    expect(combined.spread.low).toBe(60);
  });

  test('the chosen one does not hang on the order, and its interval is untouched', () => {
    const any = fc.record({
      cm: fc.option(fc.integer({ min: 50, max: 150 })),
      value: fc.integer({ max: 125 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, selector: ({ cm }) => cm ?? -1 }), (made) => {
        const views = made.map(({ cm, value }, i) =>
          view(String(i), { lengthCm: cm === null ? null : cm / 10, value }),
        );
        const [first, ...more] = views;
        const [last, ...before] = views.toReversed();
        if (!first || !last) return;
        const chosen = combineViews([first, ...more]).chosen;
        expect(combineViews([last, ...before]).chosen).toEqual(chosen);
        expect(views).toContain(chosen);
      }),
    );
  });
});

describe('the scale of a model', () => {
  it.each([
    [simulated, null],
    ['eGFR by MDRD 186 (creatinine not traceable to IDMS)', 'mdrd-186'],
    ['186-MDRD', 'mdrd-186'],
    ['MDRD, 175 × …', 'mdrd-175'],
    ['MDRD 175 or 186, not told', null],
    ['CKD-EPI 2021 of serum creatinine', 'ckd-epi-2021'],
    ['CKD‑EPI (2009)', 'ckd-epi-2009'],
    ['bedside Schwartz', 'schwartz-2009'],
    ['MDRD', null],
    ['', null],
  ])('“%s” names %s', (scale, equation) => expect(equationOfScale(scale)).toBe(equation));
});

describe('picture against blood', () => {
  const man = { ageYears: 50, sex: 'male' } as const;
  const blood: BloodTest = { creatinine: { value: 1, unit: 'mg/dL' }, equation: 'mdrd-175' };
  const picture = (low: number, high: number, scale = simulated) => ({
    egfr: { value: (low + high) / 2, low, high },
    scale,
  });

  test('agrees inside the interval, and says how far beyond it lies', () => {
    // 79.09 by MDRD 175.
    expect(compareWithBlood(picture(50, 90), blood, man)).toMatchObject({ verdict: 'agree', beyond: 0 });
    const below = compareWithBlood(picture(10, 70), blood, man);
    expect(below?.verdict).toBe('picture-lower');
    expect(below?.beyond.toFixed(2)).toBe('9.09');
    const above = compareWithBlood(picture(90, 120), blood, man);
    expect(above?.verdict).toBe('picture-higher');
    expect(above?.beyond.toFixed(2)).toBe('10.91');
  });

  test('is done on the picture’s scale where that can be computed, and says so', () => {
    const on186 = compareWithBlood(picture(81, 90, 'MDRD 186'), blood, man);
    expect(on186).toMatchObject({ verdict: 'agree', equation: 'mdrd-186', scales: 'recalculated' });
    expect(on186?.egfr.toFixed(2)).toBe('84.07');
    const on175 = compareWithBlood(picture(81, 90, 'MDRD 175'), blood, man);
    expect(on175).toMatchObject({ verdict: 'picture-higher', equation: 'mdrd-175', scales: 'same' });
  });

  test('names it when the scales are not alike', () => {
    expect(compareWithBlood(picture(50, 90), blood, man)?.scales).toBe('unlike');
    // A scale for adults cannot be computed for a child.
    const child = compareWithBlood(
      picture(50, 90, 'MDRD 186'),
      { ...blood, equation: 'schwartz-2009' },
      { ageYears: 8, heightCm: 120 },
    );
    expect(child).toMatchObject({ equation: 'schwartz-2009', scales: 'unlike' });
  });

  test('says nothing where the blood says nothing', () => {
    expect(compareWithBlood(picture(50, 90), blood, {})).toBeNull();
  });
});
