import { expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import { findBest } from '../../../src/feedback/find-best.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

type Outcome = Analysis['outcome'];

const of = (...holding: Parameters<typeof makeAnalysis>): Outcome => makeAnalysis(...holding).outcome;
const declined: Outcome = { kind: 'declined', refusal: 'no-sector', sector: null };

function optimal(probability: number, sharpness = 30): Outcome {
  const outcome = of(['optimal'], { sharpness });
  if (outcome.kind !== 'assessed') throw new Error('not assessed');
  const labels = outcome.labels.map((reading) =>
    reading.label === 'optimal' ? { ...reading, probability } : reading,
  );
  return { ...outcome, labels };
}

test('the better verdict comes first, whatever the probabilities', () => {
  const order = [declined, of(['wrong']), of(['gain', 'artefact']), of(['gain']), optimal(0.6)];
  for (let i = 1; i <= order.length; i++) expect(findBest(order.slice(0, i))).toBe(i - 1);
  expect(findBest(order.toReversed())).toBe(0);
});

test('among Optimal ones the surest, then the sharpest, then the latest', () => {
  expect(findBest([optimal(0.7), optimal(0.9), optimal(0.8)])).toBe(1);
  expect(findBest([optimal(0.9, 40), optimal(0.9, 20)])).toBe(0);
  expect(findBest([optimal(0.9), optimal(0.9)])).toBe(1);
});

test('of none there is no best', () => {
  expect(findBest([])).toBe(-1);
});
