import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis, QualityLabel } from '../../../src/analysis.ts';
import { decideVerdict, isUndecided } from '../../../src/feedback/verdict.ts';

const labels: readonly QualityLabel[] = ['artefact', 'gain', 'position', 'optimal', 'wrong'];

/** An outcome with these probabilities, all counting from 0.5. */
function outcomeOf(probabilities: Partial<Record<QualityLabel, number>>): Analysis['outcome'] {
  return {
    kind: 'assessed',
    labels: labels.map((label) => ({ label, probability: probabilities[label] ?? 0.01, threshold: 0.5 })),
    map: { rows: 1, columns: 1, values: new Float32Array(5), covers: { x: 0, y: 0, width: 1, height: 1 } },
    sector: { shape: 'rectangle', outline: [], bounds: { x: 0, y: 0, width: 1, height: 1 }, apex: null },
    meters: {
      brightness: 25,
      histogram: [],
      saturatedShare: 0,
      lostShare: 0,
      depthCurve: [],
      farMinusNear: 0,
      shadowShare: 0,
      shadows: [],
      sharpness: 1,
    },
    novelty: 0.1,
  };
}

describe('the verdict is a cascade', () => {
  it('says Wrong before any fault', () => {
    expect(decideVerdict(outcomeOf({ wrong: 0.6, artefact: 0.9, optimal: 0.9 }))).toEqual({ kind: 'wrong' });
  });

  it('names all faults that hold, the most probable first', () => {
    const verdict = decideVerdict(outcomeOf({ artefact: 0.6, gain: 0.9, optimal: 0.7 }));
    expect(verdict).toEqual({ kind: 'faults', faults: ['gain', 'artefact'] });
  });

  it('says Optimal only when no fault holds', () => {
    expect(decideVerdict(outcomeOf({ optimal: 0.8 }))).toEqual({ kind: 'optimal' });
    expect(decideVerdict(outcomeOf({ optimal: 0.8, position: 0.5 }))).toEqual({
      kind: 'faults',
      faults: ['position'],
    });
  });

  it('takes the nearest label, and says that it is unsure, when none passes', () => {
    const outcome = outcomeOf({ gain: 0.4, optimal: 0.3 });
    expect(decideVerdict(outcome)).toEqual({ kind: 'faults', faults: ['gain'] });
    expect(isUndecided(outcome)).toBe(true);
    expect(isUndecided(outcomeOf({ gain: 0.5 }))).toBe(false);
  });

  it('gives no verdict on a declined picture', () => {
    const outcome = { kind: 'declined', refusal: 'colour-photo', sector: null } as const;
    expect(decideVerdict(outcome)).toEqual({ kind: 'declined', refusal: 'colour-photo' });
  });

  it('never says Optimal when a fault or Wrong passes', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(probability, probability, probability, probability, probability), (values) => {
        const outcome = outcomeOf(Object.fromEntries(labels.map((label, i) => [label, values[i] ?? 0])));
        const [artefact, gain, position, , wrong] = values;
        const isOptimal = decideVerdict(outcome).kind === 'optimal';
        expect(isOptimal && Math.max(artefact, gain, position, wrong) >= 0.5).toBe(false);
      }),
    );
  });
});
