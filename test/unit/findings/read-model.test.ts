import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CropOutput, ModelRead } from '../../../src/findings/model-output.ts';
import { readEvidence, shareInside } from '../../../src/findings/read-evidence.ts';
import { readFindings } from '../../../src/findings/read-findings.ts';
import { readFunction } from '../../../src/findings/read-function.ts';
import { readStrangeness } from '../../../src/findings/tensor-values.ts';

const input = { width: 8, height: 8 };
/** The crop begins at (10, 20) of the picture, two picture pixels to one of the input. */
const placement = { scaleX: 0.5, scaleY: 0.5, offsetX: -5, offsetY: -10 };
const square = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

function read(
  outputs: readonly CropOutput[],
  tensors: Record<string, readonly number[] | [readonly number[], readonly number[]]>,
): ModelRead {
  const entries = Object.entries(tensors).map(([name, given]) => {
    const [shape, values] = Array.isArray(given[0])
      ? (given as [number[], number[]])
      : [[1, given.length], given as number[]];
    return [name, { shape, values: Float32Array.from(values) }] as const;
  });
  return { outputs, tensors: new Map(entries), input, placement };
}

const findings = {
  task: 'findings',
  tensor: 'logits',
  labels: ['abnormal', 'stone'],
  thresholds: [0.5, 0.3],
  temperatures: [2, 1],
  abstain: [
    [0.4, 0.6],
    [0.2, 0.5],
  ],
} as const;
const map = { task: 'activation-map', tensor: 'map', pooling: 'log-mean-exp' } as const;
const estimate = {
  task: 'function',
  tensor: 'egfr',
  scale: 'a scale',
  interval: { perSpread: 2, floor: 10 },
} as const;

describe('findings', () => {
  it('are logits over their temperatures, in the order of the labels', () => {
    const { readings, evidence } = readFindings(read([findings], { logits: [2, -1] }), null) ?? {};
    expect(readings).toMatchObject([
      { finding: 'abnormal', threshold: 0.5, abstain: [0.4, 0.6], insideShare: null },
      { finding: 'stone', threshold: 0.3 },
    ]);
    expect(readings?.[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
    expect(readings?.[1]?.probability).toBeCloseTo(1 / (1 + Math.exp(1)), 6);
    expect(evidence).toBeNull();
  });

  it('are not read from what is no number', () => {
    expect(() => readFindings(read([findings], { logits: [Number.NaN, 0] }), null)).toThrow(/finite/);
    expect(() => readFindings(read([findings], {}), null)).toThrow(/logits/);
  });
});

describe('where a model looked', () => {
  const cells = [0, 5, 0, -5, Math.log(3), 2, 0, 1];
  const looked = read([map], { map: [[1, 2, 2, 2], cells] });

  it('is each cell’s part of what a finding’s logit is made of', () => {
    const shares = readEvidence(looked, ['abnormal', 'stone'])?.shares.get('abnormal');
    expect([...(shares ?? [])].map((share) => Math.round(share * 1000) / 1000)).toEqual([
      0.167, 0.167, 0.5, 0.167,
    ]);
  });

  it('lies inside the kidney as far as its outline reaches', () => {
    const evidence = readEvidence(looked, ['abnormal', 'stone']);
    if (evidence === null) throw new Error('no map');
    expect(evidence.covers).toEqual({ x: 10, y: 20, width: 16, height: 16 });
    const lowerLeft = [square(10, 28, 8)];
    expect(shareInside(evidence, 'abnormal', lowerLeft)).toBeCloseTo(0.5, 5);
    expect(shareInside(evidence, 'abnormal', [square(0, 0, 100)])).toBeCloseTo(1, 5);
    expect(shareInside(evidence, 'cyst', lowerLeft)).toBeNull();
  });

  it('counts only what speaks for a finding where cells are averaged', () => {
    const averaged = read([{ ...map, pooling: 'mean' }], { map: [[1, 2, 2, 2], cells] });
    const shares = readEvidence(averaged, ['abnormal', 'stone'])?.shares.get('stone');
    expect([...(shares ?? [])]).toEqual([0.625, 0, 0.25, 0.125]);
  });
});

describe('function', () => {
  it('is the mean of the heads with its interval, which holds it and does not reach below 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 150, noNaN: true }), { minLength: 1, maxLength: 10 }),
        (heads) => {
          const { egfr } = readFunction(read([estimate], { egfr: heads }), null) ?? {};
          if (egfr === undefined) throw new Error('nothing was read');
          expect(egfr.low).toBeGreaterThanOrEqual(0);
          expect(egfr.low).toBeLessThanOrEqual(egfr.value + 1e-6);
          expect(egfr.high).toBeGreaterThanOrEqual(egfr.value + 10);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has the width that the card was fitted with', () => {
    const { egfr, ckd } = readFunction(read([estimate], { egfr: [50, 70] }), null) ?? {};
    expect(egfr).toEqual({ value: 60, low: 30, high: 90 });
    expect(ckd).toBeNull();
  });

  it('gives kidney disease by the trees', () => {
    const trees = {
      features: 1,
      start: 0,
      trees: [
        {
          feature: [0, 0, 0],
          threshold: [1, 0, 0],
          left: [1, -1, -1],
          right: [2, -1, -1],
          value: [0, 4, -4],
        },
      ],
    };
    const output = {
      task: 'boosted-trees',
      tensor: 'features',
      threshold: 0.4,
      temperature: 2,
      abstain: [0.2, 0.6],
    } as const;
    const below = readFunction(read([estimate, output], { egfr: [50], features: [0.5] }), trees);
    expect(below?.ckd?.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    const above = readFunction(read([estimate, output], { egfr: [50], features: [2] }), trees);
    expect(above?.ckd).toMatchObject({ threshold: 0.4, abstain: [0.2, 0.6] });
    expect(above?.ckd?.probability).toBeCloseTo(1 / (1 + Math.exp(2)), 6);
  });
});

it('says how strange an input is, or that the model does not tell', () => {
  const novelty = { task: 'novelty', tensor: 'strangeness', threshold: 4 } as const;
  expect(readStrangeness(read([novelty], { strangeness: [6] }))).toBe(1.5);
  expect(readStrangeness(read([findings], { logits: [0, 0] }))).toBeNull();
});
