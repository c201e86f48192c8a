import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateBoostedTrees, parseBoostedTrees } from '../../../src/kidney-function/boosted-trees.ts';

/** 1 if feature 0 is at most 0.5, else −2 or 3 by feature 1. */
const small = {
  feature: [0, 0, 1, 0, 0],
  threshold: [0.5, 0, -1, 0, 0],
  left: [1, -1, 3, -1, -1],
  right: [2, -1, 4, -1, -1],
  value: [0, 1, 0, -2, 3],
};
const model = { schema: 1, features: 2, start: 0.25, trees: [small] };

function withTree(change: Partial<Record<keyof typeof small, unknown>>): unknown {
  return { ...model, trees: [{ ...small, ...change }] };
}

describe('boosted trees', () => {
  it('go left where a feature is at most the threshold', () => {
    const trees = parseBoostedTrees(model);
    const values = [
      [0.5, 9],
      [0.6, -1],
      [0.6, 0],
    ].map((features) => evaluateBoostedTrees(trees, features));
    expect(values).toEqual([1.25, -1.75, 3.25]);
  });

  it('equal scikit-learn on the shipped trees', () => {
    const json: unknown = JSON.parse(readFileSync('models/kidney-crop/ckd.json', 'utf8'));
    const fixture: { features: number[][]; logits: number[] } = JSON.parse(
      readFileSync('test/unit/kidney-function/scikit-learn.json', 'utf8'),
    );
    const trees = parseBoostedTrees(json);
    expect(fixture.features.length).toBeGreaterThan(10);
    for (const [i, features] of fixture.features.entries()) {
      expect(
        Math.abs(evaluateBoostedTrees(trees, features) - (fixture.logits[i] ?? Number.NaN)),
      ).toBeLessThan(1e-6);
    }
  });

  it('refuse features of another number, and those that are not finite', () => {
    const trees = parseBoostedTrees(model);
    expect(() => evaluateBoostedTrees(trees, [1])).toThrow('1 features instead of 2');
    expect(() => evaluateBoostedTrees(trees, [1, Number.NaN])).toThrow('not finite');
  });

  it.each([
    ['a circle', withTree({ right: [2, -1, 0, -1, -1] }), 'not a node behind it'],
    ['a child beyond the end', withTree({ right: [2, -1, 5, -1, -1] }), 'not a node behind it'],
    ['two ways to one node', withTree({ right: [2, -1, 3, -1, -1] }), 'two ways lead to node 3'],
    ['half a leaf', withTree({ left: [1, -1, 3, -1, 2] }), 'not a node behind it'],
    ['unequal lengths', withTree({ value: [0, 1] }), 'differ in length'],
    ['a feature out of range', withTree({ feature: [0, 0, 2, 0, 0] }), 'a feature is not one of 0 to 1'],
    [
      'words for numbers',
      withTree({ threshold: ['0.5', 0, 0, 0, 0] }),
      '`threshold` is not a list of numbers',
    ],
    [
      'no node',
      { ...model, trees: [{ feature: [], threshold: [], left: [], right: [], value: [] }] },
      'no node',
    ],
    ['another schema', { ...model, schema: 2 }, 'another schema'],
    ['no features', { ...model, features: 0 }, '`features`'],
    ['no start', { ...model, start: null }, '`start`'],
    ['no list', null, 'JSON object'],
  ])('refuse %s', (_, json, message) => {
    expect(() => parseBoostedTrees(json)).toThrow(message);
  });

  it('end with a finite logit, or are refused with a TypeError, whatever the numbers', () => {
    const index = fc.integer({ min: -2, max: 6 });
    const column = (item: fc.Arbitrary<number>) => fc.array(item, { minLength: 1, maxLength: 5 });
    const tree = fc.record({
      feature: column(fc.integer({ min: -1, max: 2 })),
      threshold: column(fc.double({ min: -2, max: 2, noNaN: true })),
      left: column(index),
      right: column(index),
      value: column(fc.double({ min: -2, max: 2, noNaN: true })),
    });
    const sound = fc.nat({ max: 4 }).map((depth) => ladder(depth));
    fc.assert(
      fc.property(fc.array(fc.oneof(tree, sound), { maxLength: 4 }), (trees) => {
        const logit = evaluateOrRefuse({ ...model, trees });
        expect(logit === null || Number.isFinite(logit)).toBe(true);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

/** A sound tree of `depth` questions, each of whose left ways ends. */
function ladder(depth: number): typeof small {
  const nodes = 2 * depth + 1;
  const asks = (node: number) => node % 2 === 0 && node < nodes - 1;
  const each = (value: (node: number) => number) => Array.from({ length: nodes }, (_, node) => value(node));
  return {
    feature: each((node) => (asks(node) ? (node / 2) % 2 : 0)),
    threshold: each(() => 0),
    left: each((node) => (asks(node) ? node + 1 : -1)),
    right: each((node) => (asks(node) ? node + 2 : -1)),
    value: each((node) => node),
  };
}

function evaluateOrRefuse(json: unknown): number | null {
  try {
    return evaluateBoostedTrees(parseBoostedTrees(json), [0.1, -0.1]);
  } catch (cause) {
    expect(cause).toBeInstanceOf(TypeError);
    return null;
  }
}
