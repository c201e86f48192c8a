import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../workers/card.ts';
import { readCard } from '../../../workers/read-card.ts';
import { logit, sigmoid } from '../../../workers/read-outputs.ts';
import { readLabels, readMap, readNovelty } from '../../../workers/read-quality.ts';
import { makeTinyPackage } from '../../fixtures/make-tiny-package.ts';

const card = readCard(((await makeTinyPackage()).get('card.json') ?? new Uint8Array()).slice().buffer);

function outputs(values: Record<string, number[]>, shape: readonly number[] = []) {
  return new Map(
    Object.entries(values).map(([name, list]) => [name, { shape, values: Float32Array.from(list) }]),
  );
}

test('the sigmoid is 1/2 at 0, and symmetric', () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 12);
  expect(logit(0.75)).toBeCloseTo(Math.log(3), 12);
  fc.assert(
    fc.property(
      fc.double({ min: -700, max: 700, noNaN: true }),
      (x) => Math.abs(sigmoid(x) + sigmoid(-x) - 1) < 1e-12,
    ),
  );
});

test('each logit is divided by its own temperature', () => {
  const labels = readLabels(card, outputs({ logits: [0, Math.log(3), 2 * Math.log(3), -Math.log(3), 10] }));
  expect(labels.map(({ probability }) => Number(probability.toFixed(5)))).toEqual([
    0.5, 0.75, 0.75, 0.25, 0.99995,
  ]);
  expect(labels[2]).toMatchObject({ label: 'position', threshold: 0.5 });
});

test('novelty is the distance over the threshold, and 0 for a card without it', () => {
  expect(readNovelty(card, outputs({ novelty: [0.4] }))).toBeCloseTo(0.5, 6);
  const without: Card = { ...card, outputs: card.outputs.filter(({ task }) => task !== 'novelty') };
  expect(readNovelty(without, outputs({}))).toBe(0);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is no verdict', (value) => {
  expect(() => readLabels(card, outputs({ logits: [0, 0, value, 0, 0] }))).toThrow(
    expect.objectContaining({ code: 'model-output' }),
  );
  expect(() => readNovelty(card, outputs({ novelty: [value] }))).toThrow(
    expect.objectContaining({ code: 'model-output' }),
  );
});

test('the map covers the input, in picture pixels', () => {
  const map = readMap(card, outputs({ map: Array(20).fill(1) }, [1, 2, 2, 5]), {
    scaleX: 0.5,
    scaleY: 0.25,
    offsetX: -10,
    offsetY: 5,
  });
  expect(map).toMatchObject({ rows: 2, columns: 2, covers: { x: 20, y: -20, width: 32, height: 64 } });
});

test('a card without a map gives one in which nothing stands out', () => {
  const without: Card = { ...card, outputs: card.outputs.filter(({ task }) => task !== 'activation-map') };
  const map = readMap(without, outputs({}), { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 });
  expect(map).toMatchObject({ rows: 1, columns: 1, values: new Float32Array(5) });
});
