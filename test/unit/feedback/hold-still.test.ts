import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HoldStill } from '../../../src/feedback/hold-still.ts';
import type { Verdict } from '../../../src/feedback/verdict.ts';

const optimal: Verdict = { kind: 'optimal' };
const faulty: Verdict = { kind: 'faults', faults: ['gain'] };

/** The moments at which holds were complete, looking every `stepMs`. */
function completions(verdicts: readonly Verdict[], { stepMs = 100, holdMs = 1000 } = {}): number[] {
  const hold = new HoldStill();
  return verdicts.flatMap((verdict, i) => {
    const atMs = 5000 + i * stepMs;
    return hold.see({ verdict }, { atMs, holdMs }).isComplete ? [atMs - 5000] : [];
  });
}

const repeat = (verdict: Verdict, count: number): Verdict[] => Array.from({ length: count }, () => verdict);

test('a good view is complete once, after the time that was asked for', () => {
  expect(completions(repeat(optimal, 50))).toEqual([1000]);
  expect(completions(repeat(optimal, 50), { holdMs: 2000 })).toEqual([2000]);
  expect(completions(repeat(optimal, 10))).toEqual([]);
});

test('a break begins it anew, and after a loss it can be complete again', () => {
  const broken = [...repeat(optimal, 8), faulty, ...repeat(optimal, 15)];
  expect(completions(broken)).toEqual([1900]);
  const twice = [...repeat(optimal, 12), ...repeat(faulty, 3), ...repeat(optimal, 12)];
  expect(completions(twice)).toEqual([1000, 2500]);
});

test('nothing is captured by itself when that is switched off', () => {
  const hold = new HoldStill();
  for (let atMs = 0; atMs < 9000; atMs += 100) {
    expect(hold.see({ verdict: optimal }, { atMs, holdMs: null })).toMatchObject({
      share: 0,
      isComplete: false,
    });
  }
});

test('what was not looked at was not held', () => {
  const hold = new HoldStill();
  hold.see({ verdict: optimal }, { atMs: 0, holdMs: 1500 });
  expect(hold.see({ verdict: optimal }, { atMs: 4000, holdMs: 1500 })).toMatchObject({ share: 0 });
  expect(hold.see({ verdict: optimal }, { atMs: 4900, holdMs: 1500 }).share).toBeCloseTo(0.6);
});

test('the share never shrinks while the view stays good, and is complete at most once', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(steps, (gaps) => {
      const hold = new HoldStill();
      let [atMs, before, complete] = [0, 0, 0];
      for (const gap of gaps) {
        atMs += gap;
        const { share, isComplete } = hold.see({ verdict: optimal }, { atMs, holdMs: 1500 });
        expect(share).toBeGreaterThanOrEqual(before);
        before = share;
        complete += Number(isComplete);
      }
      expect(complete).toBeLessThanOrEqual(1);
    }),
  );
});
