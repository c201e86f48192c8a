import { expect, it } from 'vitest';
import { joinSpans } from '../../../src/feedback/verdict-spans.ts';

const optimal = { kind: 'optimal' } as const;

it('joins neighbours of one verdict, whatever the order of its faults', () => {
  expect(
    joinSpans([
      { atMs: 0, verdict: { kind: 'faults', faults: ['gain', 'position'] } },
      { atMs: 40, verdict: { kind: 'faults', faults: ['position', 'gain'] } },
      { atMs: 80, verdict: { kind: 'faults', faults: ['gain'] } },
      { atMs: 90, verdict: optimal },
      { atMs: 200, verdict: optimal },
      { atMs: 300, verdict: { kind: 'faults', faults: ['gain'] } },
    ]),
  ).toEqual([
    { verdict: { kind: 'faults', faults: ['gain', 'position'] }, fromMs: 0, toMs: 40 },
    { verdict: { kind: 'faults', faults: ['gain'] }, fromMs: 80, toMs: 80 },
    { verdict: optimal, fromMs: 90, toMs: 200 },
    { verdict: { kind: 'faults', faults: ['gain'] }, fromMs: 300, toMs: 300 },
  ]);
});

it('makes nothing of nothing', () => {
  expect(joinSpans([])).toEqual([]);
});
