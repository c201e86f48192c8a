import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/feedback/advise.ts';
import { sayPhrase } from '../../../src/i18n/say.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

describe('advice names the cause that was measured', () => {
  it.each([
    { name: 'too dark', meters: { brightness: 6 }, line: 'advice.gain-dark.line' },
    { name: 'too bright', meters: { brightness: 60 }, line: 'advice.gain-bright.line' },
    { name: 'white-out', meters: { saturatedShare: 0.08 }, line: 'advice.gain-bright.line' },
    { name: 'far field dark', meters: { farMinusNear: -40 }, line: 'advice.gain-far-dark.line' },
    {
      name: 'far field bright',
      meters: { farMinusNear: 30, brightness: 34 },
      line: 'advice.gain-far-bright.line',
    },
    {
      name: 'near field dark',
      meters: { farMinusNear: 30, brightness: 20 },
      line: 'advice.gain-near-dark.line',
    },
    { name: 'nothing out of band', meters: {}, line: 'advice.gain-unclear.line' },
  ])('gain, $name', ({ meters, line }) => {
    expect(advise(makeAnalysis(['gain'], meters)).steps[0].line.key).toBe(line);
  });

  it('says how much is in shadow, and where', () => {
    const shadows = [{ from: 0.7, to: 0.95 }];
    const { causes } = advise(makeAnalysis(['artefact'], { shadowShare: 0.31, shadows }));
    expect(causes.map(sayPhrase)).toEqual(['Shadow covers 31% of the sector, on the right.']);
  });

  it('keeps what was measured apart from the verdict when no label says so', () => {
    const { causes, asides, verdict } = advise(makeAnalysis(['optimal'], { brightness: 60 }));
    expect(verdict.kind).toBe('optimal');
    expect(causes).toEqual([]);
    expect(asides).toHaveLength(1);
  });

  it('gives one step a fault', () => {
    const { steps } = advise(makeAnalysis(['artefact', 'position']));
    expect(steps.map((step) => step.line.key)).toEqual(['advice.artefact.line', 'advice.position.line']);
  });

  it('names no fault’s cause on a picture without a kidney', () => {
    const { causes, asides } = advise(makeAnalysis(['wrong'], { brightness: 60 }));
    expect([...causes, ...asides]).toEqual([]);
  });

  it('says that it is unsure when no label passes', () => {
    expect(advise(makeAnalysis([])).doubt?.key).toBe('cause.unsure');
    expect(advise(makeAnalysis(['optimal'])).doubt).toBeNull();
  });

  it('doubts a kidney that it could not outline, and says nothing of it on a wrong picture', () => {
    expect(advise(makeAnalysis(['optimal'], {}, null)).doubt?.key).toBe('cause.no-outline');
    expect(advise(makeAnalysis(['wrong'], {}, null)).doubt).toBeNull();
  });
});
