import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis, QualityLabel } from '../../../src/analysis.ts';
import { type Steady, SteadyVerdict } from '../../../src/feedback/steady-verdict.ts';
import { seededRandom } from '../../../src/phantom/random.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

type Outcome = Analysis['outcome'];

const declined: Outcome = { kind: 'declined', refusal: 'no-sector', sector: null };

/** An outcome in which these labels hold, each probability moved by up to `noise`. */
function saying(holding: readonly QualityLabel[], noise = 0, random = seededRandom(1)): Outcome {
  const { outcome } = makeAnalysis(holding);
  if (outcome.kind === 'declined') return outcome;
  const labels = outcome.labels.map((reading) => ({
    ...reading,
    probability: Math.min(1, Math.max(0, reading.probability + random.between(-noise, noise))),
  }));
  return { ...outcome, labels };
}

function name({ verdict }: Steady): string {
  return verdict.kind === 'faults' ? verdict.faults.toSorted().join(' ') : verdict.kind;
}

/** Shows a row of outcomes, one every `stepMs`; resolves to what was shown at each. */
function watch(outcomes: readonly Outcome[], stepMs: number): string[] {
  const steady = new SteadyVerdict();
  return outcomes.map((outcome, i) => name(steady.see(outcome, i * stepMs)));
}

const changes = (shown: readonly string[]): number =>
  shown.filter((one, i) => i > 0 && one !== shown[i - 1]).length;
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('a live verdict', () => {
  it('is there with the first picture', () => {
    expect(watch([saying(['optimal'])], 50)).toEqual(['optimal']);
  });

  it.each([25, 50, 100, 200])(
    'changes once and within half a second when the truth does, at %i ms a picture',
    (step) => {
      const half = Math.ceil(2000 / step);
      const shown = watch(
        [...times(half, () => saying(['optimal'])), ...times(half, () => saying(['gain']))],
        step,
      );
      expect(changes(shown)).toBe(1);
      expect((shown.indexOf('gain') - half) * step).toBeLessThanOrEqual(500);
    },
  );

  it('does not flicker with noisy probabilities', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seededRandom(seed);
        const shown = watch(
          [
            ...times(60, () => saying(['position'], 0.35, random)),
            ...times(60, () => saying(['optimal'], 0.35, random)),
          ],
          50,
        );
        expect(changes(shown)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('does not follow one picture that disagrees, be it declined', () => {
    const good = times(20, () => saying(['optimal']));
    expect(changes(watch([...good, saying(['wrong']), ...good], 50))).toBe(0);
    expect(changes(watch([...good, declined, ...good], 50))).toBe(0);
  });

  it('says that there is no picture when there is none for a while', () => {
    const shown = watch([...times(20, () => saying(['optimal'])), ...times(20, () => declined)], 50);
    expect(shown.at(-1)).toBe('declined');
    expect(changes(shown)).toBe(1);
  });

  it('does not change when only the order of the faults does', () => {
    const { outcome } = makeAnalysis(['gain', 'position']);
    if (outcome.kind === 'declined') throw new Error('assessed');
    const swapped = (first: QualityLabel): Outcome => ({
      ...outcome,
      labels: outcome.labels.map((one) => (one.label === first ? { ...one, probability: 0.97 } : one)),
    });
    const steady = new SteadyVerdict();
    const first = steady.see(swapped('gain'), 0);
    const later = times(20, (i) => steady.see(swapped('position'), 50 * (i + 1))).at(-1);
    expect(later?.verdict).toBe(first.verdict);
    expect(later?.sinceMs).toBe(0);
  });

  it('starts afresh after a change of scene', () => {
    const steady = new SteadyVerdict();
    times(20, (i) => steady.see(saying(['optimal']), i * 50));
    steady.forget();
    expect(name(steady.see(saying(['wrong']), 1000))).toBe('wrong');
  });

  it('shows averaged probabilities, so that numbers do not flicker', () => {
    const steady = new SteadyVerdict();
    steady.see(saying(['optimal']), 0);
    const { outcome } = steady.see(saying(['gain']), 50);
    const gain =
      outcome.kind === 'assessed' ? outcome.labels.find(({ label }) => label === 'gain') : undefined;
    expect(gain?.probability).toBeGreaterThan(0.1);
    expect(gain?.probability).toBeLessThan(0.5);
  });
});
