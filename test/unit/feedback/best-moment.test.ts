import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBest, type MomentScore } from '../../../src/feedback/best-moment.ts';

function moment(kind: 'optimal' | 'faults' | 'wrong', optimal: number, sharpness = 30): MomentScore {
  const verdict = kind === 'faults' ? ({ kind, faults: ['gain'] } as const) : { kind };
  return { verdict, optimal, sharpness };
}

const declined: MomentScore = {
  verdict: { kind: 'declined', refusal: 'no-sector' },
  optimal: null,
  sharpness: null,
};

describe('the best moment', () => {
  it('is of the best verdict, however probable the others are', () => {
    expect(findBest([moment('wrong', 0.9), moment('optimal', 0.5), moment('faults', 0.8)])).toBe(1);
    expect(findBest([moment('wrong', 0.9), moment('faults', 0.1), declined])).toBe(1);
  });

  it('is the most probably optimal of those', () => {
    expect(findBest([moment('optimal', 0.7), moment('optimal', 0.9), moment('optimal', 0.8)])).toBe(1);
  });

  it('is the sharper of those that read the same in per cent, then the earlier', () => {
    expect(findBest([moment('optimal', 0.904, 20), moment('optimal', 0.901, 40)])).toBe(1);
    expect(findBest([moment('optimal', 0.92, 20), moment('optimal', 0.901, 40)])).toBe(0);
    expect(findBest([moment('optimal', 0.9), moment('optimal', 0.9)])).toBe(0);
    expect(findBest([moment('optimal', 0.9, 5), moment('optimal', 0.9, Number.NaN)])).toBe(0);
  });

  it('is none where nothing was looked at or all was declined', () => {
    expect(findBest([])).toBeNull();
    expect(findBest([null, declined, null])).toBeNull();
  });

  it('is never worse than any other', () => {
    const kinds = fc.constantFrom('optimal', 'faults', 'wrong');
    const any = fc.tuple(kinds, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (wishes) => {
        const moments = wishes.map((wish) => moment(...wish));
        const best = findBest(moments) ?? -1;
        const rank = { optimal: 2, faults: 1, wrong: 0, declined: 0 };
        const top = moments[best];
        for (const other of moments) {
          const byVerdict = rank[top?.verdict.kind ?? 'declined'] - rank[other.verdict.kind];
          expect(byVerdict).toBeGreaterThanOrEqual(0);
          if (byVerdict === 0) expect((top?.optimal ?? 0) - (other.optimal ?? 0)).toBeGreaterThan(-0.0101);
        }
      }),
    );
  });
});
