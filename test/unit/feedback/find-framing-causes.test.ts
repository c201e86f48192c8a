import { describe, expect, it } from 'vitest';
import type { Analysis, QualityLabel } from '../../../src/analysis.ts';
import { advise } from '../../../src/feedback/advise.ts';
import { shownAnatomy } from '../../../src/feedback/shown-anatomy.ts';
import { sayPhrase } from '../../../src/i18n/say.ts';
import type { Framing } from '../../../src/pixels/framing.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

const central: Framing = {
  sectorShare: 0.22,
  offCentre: 0.02,
  depth: 0.45,
  elongation: 2.1,
  cuts: [],
  shadowedShare: 0,
};

/** The same, with a kidney outlined that lies like this. */
function outlined(holding: readonly QualityLabel[], framing: Partial<Framing>): Analysis {
  const analysis = makeAnalysis(holding, { shadows: [{ from: 0.4, to: 0.5 }] });
  if (analysis.outcome.kind !== 'assessed') return analysis;
  const outlines = [{ structure: 'capsule', contours: [], probability: 0.9 }] as const;
  const anatomy = { outlines, framing: { ...central, ...framing } };
  return { ...analysis, outcome: { ...analysis.outcome, anatomy } };
}

describe('the outline says what is wrong with the place', () => {
  it.each<[string, Partial<Framing>, { line: string; cause: string }]>([
    [
      'upper pole',
      { cuts: [{ edge: 'left', share: 0.14 }] },
      {
        line: 'advice.position-upper.line',
        cause: 'About 14% of the kidney is cut off at the left edge, the upper pole.',
      },
    ],
    [
      'lower pole',
      { cuts: [{ edge: 'right', share: 0.14 }] },
      {
        line: 'advice.position-lower.line',
        cause: 'About 14% of the kidney is cut off at the right edge, the lower pole.',
      },
    ],
    [
      'a side, across the kidney',
      { cuts: [{ edge: 'right', share: 0.14 }], elongation: 1.2 },
      { line: 'advice.position-right.line', cause: 'About 14% of the kidney is cut off at the right edge.' },
    ],
    [
      'too small',
      { sectorShare: 0.04 },
      { line: 'advice.position-small.line', cause: 'The kidney fills only 4% of the picture.' },
    ],
    [
      'too large',
      { sectorShare: 0.6 },
      { line: 'advice.position-large.line', cause: 'The kidney fills 60% of the picture.' },
    ],
    [
      'off centre',
      { offCentre: -0.3 },
      {
        line: 'advice.position-left.line',
        cause: 'The middle of the kidney lies left of the picture’s middle, by 30% of its width.',
      },
    ],
    [
      'deep',
      { depth: 0.8 },
      {
        line: 'advice.position-deep.line',
        cause: 'The middle of the kidney lies at 80% of the depth shown.',
      },
    ],
  ])('%s', (_what, framing, { line, cause }) => {
    const { steps, causes } = advise(outlined(['position'], framing));
    expect(steps[0].line.key).toBe(line);
    expect(causes.map(sayPhrase)).toEqual([cause]);
  });

  it('the largest cut first', () => {
    const cuts = [
      { edge: 'right', share: 0.3 },
      { edge: 'far', share: 0.1 },
    ] as const;
    expect(advise(outlined(['position'], { cuts })).steps[0].line.key).toBe('advice.position-lower.line');
  });

  it('and nothing where all is well: the general advice stands', () => {
    const { steps, causes } = advise(outlined(['position'], { cuts: [{ edge: 'left', share: 0.03 }] }));
    expect(steps[0].line.key).toBe('advice.position.line');
    expect(causes).toEqual([]);
  });

  it('how much of the kidney is in shadow, rather than of the sector', () => {
    const { causes } = advise(outlined(['artefact'], { shadowedShare: 0.3 }));
    expect(causes.map(sayPhrase)).toEqual(['Shadow covers 30% of the kidney, in the middle.']);
  });

  it('nothing on a picture that is called Wrong', () => {
    const wrong = outlined(['wrong'], { cuts: [{ edge: 'left', share: 0.3 }] });
    expect(shownAnatomy(wrong.outcome)).toBeNull();
    expect(advise(wrong).causes).toEqual([]);
    expect(shownAnatomy(outlined(['optimal'], {}).outcome)?.framing.sectorShare).toBe(0.22);
    expect(shownAnatomy(makeAnalysis(['optimal']).outcome)).toBeUndefined();
  });
});

describe('a label too close to call is named', () => {
  function within(label: QualityLabel, holding: readonly QualityLabel[]): string | undefined {
    const analysis = makeAnalysis(holding);
    if (analysis.outcome.kind !== 'assessed') return undefined;
    const labels = analysis.outcome.labels.map((reading) =>
      reading.label === label
        ? { ...reading, probability: 0.45, abstain: [0.4, 0.6] as const }
        : { ...reading, abstain: [0.4, 0.6] as const },
    );
    const { doubt } = advise({ ...analysis, outcome: { ...analysis.outcome, labels } });
    return doubt === null ? undefined : sayPhrase(doubt);
  }

  it('when it would change the verdict', () => {
    expect(within('gain', ['optimal'])).toBe(
      'The model is not sure: “Incorrect gain” lies too close to its mark to call.',
    );
    expect(within('wrong', ['position'])).toMatch(/“Wrong”/);
  });

  it('and not when it would not', () => {
    expect(within('optimal', ['position'])).toBeUndefined();
    expect(within('gain', ['wrong'])).toBeUndefined();
  });
});
