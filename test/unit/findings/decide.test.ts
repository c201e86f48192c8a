import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardFigure } from '../../../src/findings/card-figures.ts';
import type { FindingReading } from '../../../src/findings/crop-reading.ts';
import { decide, findContradiction, type Grounds, withThreshold } from '../../../src/findings/decide.ts';
import type { Finding } from '../../../src/findings/finding.ts';

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** A reading whose band holds its threshold, as a card's does. */
const reading = fc.tuple(share, share, share, share).map(([probability, ...others]): FindingReading => {
  const [low = 0, threshold = 0, high = 0] = others.toSorted((a, b) => a - b);
  return { finding: 'cyst', probability, threshold, abstain: [low, high], insideShare: null };
});

const area = (pictures: CardFigure['pictures'], low: number, subject: Finding = 'cyst'): CardFigure => ({
  dataset: `${pictures} ${low}`,
  pictures,
  n: 100,
  subject,
  metric: 'AUC',
  value: Math.min(1, low + 0.05),
  interval: [low, Math.min(1, low + 0.1)],
});
const grounds = (metrics: readonly CardFigure[], more: Partial<Grounds> = {}): Grounds => ({
  card: { metrics },
  isSimulated: false,
  chosen: {},
  ...more,
});
const good = grounds([area('real', 0.9)]);
const stateOf = (one: FindingReading, on: Grounds = good) => decide([one], on)[0]?.state;
const order = ['not-seen', 'unsure', 'seen'];
const rankOf = (one: FindingReading): number => order.indexOf(stateOf(one)?.kind ?? '');

test('a higher probability never says less, and the threshold parts seen from not seen', () => {
  fc.assert(
    fc.property(reading, share, (one, other) => {
      const [less, more] = [one.probability, other].toSorted((a, b) => a - b);
      const state = stateOf(one)?.kind;
      expect(rankOf({ ...one, probability: less ?? 0 })).toBeLessThanOrEqual(
        rankOf({ ...one, probability: more ?? 1 }),
      );
      if (state === 'seen') expect(one.probability).toBeGreaterThanOrEqual(one.threshold);
      if (state === 'not-seen') expect(one.probability).toBeLessThan(one.threshold);
      const isInBand = one.probability >= one.abstain[0] && one.probability < one.abstain[1];
      expect(state === 'unsure').toBe(isInBand);
    }),
  );
});

test('the band goes with the threshold: round it, in the same order, and back again', () => {
  fc.assert(
    fc.property(reading, share, (one, threshold) => {
      const moved = withThreshold(one, threshold);
      expect(moved.abstain[0]).toBeLessThanOrEqual(threshold);
      expect(moved.abstain[1]).toBeGreaterThanOrEqual(threshold);
      const back = withThreshold(moved, one.threshold);
      expect(back.abstain[0]).toBeCloseTo(one.abstain[0], 6);
      expect(back.abstain[1]).toBeCloseTo(one.abstain[1], 6);
      if (threshold >= one.threshold) {
        expect(rankOf(moved)).toBeLessThanOrEqual(rankOf(one));
      }
    }),
  );
});

test('from 0 on everything is called, and from 1 on nothing that is less than certain', () => {
  fc.assert(
    fc.property(reading, (one) => {
      expect(stateOf(one, { ...good, chosen: { cyst: 0 } })).toEqual({ kind: 'seen' });
      expect(stateOf(one, { ...good, chosen: { cyst: 1 } })).toEqual({ kind: 'not-seen' });
    }),
  );
});

test('the band of a card that calls everything closes on a threshold that a person sets', () => {
  const all: FindingReading = {
    finding: 'cyst',
    probability: 0.3,
    threshold: 0,
    abstain: [0, 0.2],
    insideShare: null,
  };
  expect(withThreshold(all, 0.4).abstain).toEqual([0.4, 0.4]);
});

test('a model that was little better than guessing on such pictures tells nothing, whatever it gave', () => {
  const weak = area('real', 0.55);
  fc.assert(
    fc.property(reading, (one) => {
      const metrics = [area('simulated', 0.95), weak, area('degraded', 0.6)];
      expect(stateOf(one, grounds(metrics))).toEqual({ kind: 'untold', weakest: weak });
    }),
  );
});

test('a simulated picture is judged by simulated sets alone, and any other by all', () => {
  const one: FindingReading = {
    finding: 'cyst',
    probability: 0.9,
    threshold: 0.5,
    abstain: [0.4, 0.6],
    insideShare: 1,
  };
  const metrics = [area('simulated', 0.95), area('real', 0.55)];
  expect(stateOf(one, grounds(metrics, { isSimulated: true }))).toEqual({ kind: 'seen' });
  const weak = area('simulated', 0.6);
  expect(stateOf(one, grounds([weak, area('real', 0.9)]))).toEqual({ kind: 'untold', weakest: weak });
  const otherFinding = grounds([area('real', 0.9, 'stone')]);
  expect(stateOf(one, otherFinding)).toEqual({ kind: 'untold', weakest: null });
});

test('what was never measured on real pictures is marked, but not on a simulated one', () => {
  const one = {
    finding: 'stone',
    probability: 0.9,
    threshold: 0.5,
    abstain: [0.5, 0.5],
    insideShare: 1,
  } as const;
  const metrics = [area('degraded', 0.9, 'stone'), area('simulated', 0.9, 'stone')];
  expect(decide([one], grounds(metrics))[0]?.isUnprovenHere).toBe(true);
  expect(decide([one], grounds(metrics, { isSimulated: true }))[0]?.isUnprovenHere).toBe(false);
  expect(decide([one], grounds([...metrics, area('real', 0.8, 'stone')]))[0]?.isUnprovenHere).toBe(false);
});

test('normal or abnormal comes first, and a whole that its parts contradict is told', () => {
  const read = (finding: Finding, probability: number): FindingReading => ({
    finding,
    probability,
    threshold: 0.5,
    abstain: [0.4, 0.6],
    insideShare: null,
  });
  const metrics = (['abnormal', 'cyst', 'stone'] as const).map((finding) => area('real', 0.9, finding));
  const tell = (whole: number, cyst: number, stone: number) =>
    decide([read('cyst', cyst), read('abnormal', whole), read('stone', stone)], grounds(metrics));
  expect(tell(0, 0, 0).map(({ reading: { finding } }) => finding)).toEqual(['abnormal', 'stone', 'cyst']);
  expect(findContradiction(tell(0.1, 0.9, 0.1))).toBe('part-without-whole');
  expect(findContradiction(tell(0.9, 0.1, 0.1))).toBe('whole-without-part');
  expect(findContradiction(tell(0.9, 0.5, 0.1))).toBeNull();
  expect(findContradiction(tell(0.9, 0.9, 0.1))).toBeNull();
  expect(findContradiction(tell(0.5, 0.9, 0.1))).toBeNull();
});
