import { describe, expect, it } from 'vitest';
import type { Analysis, QualityLabel } from '../../../src/analysis.ts';
import { advise } from '../../../src/feedback/advise.ts';
import { sayPhrase } from '../../../src/i18n/say.ts';
import type { Meters } from '../../../src/pixels/meters.ts';

const good: Meters = {
  brightness: 26,
  histogram: [],
  saturatedShare: 0,
  lostShare: 0.05,
  depthCurve: [],
  farMinusNear: -2,
  shadowShare: 0.05,
  shadows: [],
  sharpness: 38,
};

/** An analysis in which these labels hold and these meters differ from good ones. */
function analysisOf(holding: readonly QualityLabel[], meters: Partial<Meters> = {}): Analysis {
  const order: readonly QualityLabel[] = ['artefact', 'gain', 'position', 'optimal', 'wrong'];
  return {
    outcome: {
      kind: 'assessed',
      labels: order.map((label) => ({
        label,
        probability: holding.includes(label) ? 0.9 : 0.1,
        threshold: 0.5,
      })),
      map: { rows: 1, columns: 1, values: new Float32Array(5), covers: { x: 0, y: 0, width: 1, height: 1 } },
      sector: { shape: 'rectangle', outline: [], bounds: { x: 0, y: 0, width: 1, height: 1 }, apex: null },
      meters: { ...good, ...meters },
      novelty: 0.2,
    },
    width: 512,
    height: 512,
    model: { name: 'kidney-view', version: '1.0.0', sha256: '0'.repeat(64) },
    backend: 'wasm',
    selfTest: { passed: true, largestDifference: 0, tolerance: 0.05 },
    timing: { pixels: 1, sector: 1, meters: 1, model: 20, total: 23 },
  };
}

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
    expect(advise(analysisOf(['gain'], meters)).steps[0].line.key).toBe(line);
  });

  it('says how much is in shadow, and where', () => {
    const shadows = [{ from: 0.7, to: 0.95 }];
    const { causes } = advise(analysisOf(['artefact'], { shadowShare: 0.31, shadows }));
    expect(causes.map(sayPhrase)).toEqual(['Shadow covers 31% of the sector, on the right.']);
  });

  it('keeps what was measured apart from the verdict when no label says so', () => {
    const { causes, asides, verdict } = advise(analysisOf(['optimal'], { brightness: 60 }));
    expect(verdict.kind).toBe('optimal');
    expect(causes).toEqual([]);
    expect(asides).toHaveLength(1);
  });

  it('gives one step a fault', () => {
    const { steps } = advise(analysisOf(['artefact', 'position']));
    expect(steps.map((step) => step.line.key)).toEqual(['advice.artefact.line', 'advice.position.line']);
  });

  it('names no fault’s cause on a picture without a kidney', () => {
    const { causes, asides } = advise(analysisOf(['wrong'], { brightness: 60 }));
    expect([...causes, ...asides]).toEqual([]);
  });

  it('says that it is unsure when no label passes', () => {
    expect(advise(analysisOf([])).isUnsure).toBe(true);
    expect(advise(analysisOf(['optimal'])).isUnsure).toBe(false);
  });
});
