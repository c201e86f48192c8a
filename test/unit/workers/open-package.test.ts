import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Card } from '../../../workers/card.ts';
import { openPackage } from '../../../workers/open-package.ts';

const root = 'models/kidney-crop';
const shipped = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => [path.slice(root.length + 1), new Uint8Array(readFileSync(path))]),
);
const shippedCard: Card = JSON.parse(new TextDecoder().decode(shipped.get('card.json')));
const trees = JSON.parse(new TextDecoder().decode(shipped.get('ckd.json')));

interface Change {
  readonly trees?: unknown;
  readonly card?: Partial<Card>;
}

/** The shipped model of crops as somebody's own: other trees, another card, all hashes right. */
function zip(changed: Change): ArrayBuffer {
  const files = new Map(shipped);
  if ('trees' in changed)
    files.set('ckd.json', new TextEncoder().encode(JSON.stringify(changed.trees)).slice());
  const listed = shippedCard.files.map(({ path }) => {
    const bytes = files.get(path) ?? new Uint8Array();
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const card = { ...shippedCard, name: 'clinic-crop', ...changed.card, files: listed };
  files.set('card.json', new TextEncoder().encode(JSON.stringify(card)).slice());
  return zipSync(Object.fromEntries(files), { level: 0 }).slice().buffer;
}

type Outputs = Card['outputs'];
const change = (task: Outputs[number]['task'], by: object) =>
  shippedCard.outputs.map((output) => (output.task === task ? { ...output, ...by } : output)) as Outputs;

test('the shipped model of crops under another name passes', async () => {
  expect((await openPackage(zip({}))).identity.name).toBe('clinic-crop');
});

test.each<[string, Change, string]>([
  ['no JSON of trees', { trees: 'none' }, 'JSON object'],
  [
    'trees that lead in a circle',
    { trees: { ...trees, trees: [{ ...trees.trees[0], left: trees.trees[0].left.map(() => 0) }] } },
    'not a node behind it',
  ],
  [
    'trees of other features than the model gives',
    { trees: { ...trees, features: trees.features + 1 } },
    'features instead of',
  ],
  [
    'a label that stands twice',
    {
      card: {
        outputs: change('findings', { labels: ['stone', 'stone', 'cyst', 'mass', 'abnormal', 'cyst'] }),
      },
    },
    'stands twice',
  ],
  [
    'a band too few',
    { card: { outputs: change('findings', { abstain: [[0.4, 0.6]] }) } },
    'one band a label',
  ],
  [
    'a band from high to low',
    { card: { outputs: change('boosted-trees', { abstain: [0.6, 0.4] }) } },
    'from low to high',
  ],
  [
    'one head without an interval',
    { card: { outputs: change('function', { heads: 1, interval: { perSpread: 2, floor: 0 } }) } },
    'without an interval',
  ],
  [
    'an interval that is turned round',
    { card: { outputs: change('function', { interval: { perSpread: -2, floor: 1 } }) } },
    'interval.perSpread',
  ],
  ['ages from old to young', { card: { ageYears: [18, 1] } }, 'from young to old'],
  ['a crop that is no square', { card: { input: { ...shippedCard.input, width: 160 } } }, 'a square'],
])('a package with %s is refused', async (_what, changed, detail) => {
  await expect(openPackage(zip(changed))).rejects.toMatchObject({
    code: 'package-damaged',
    detail: expect.stringContaining(detail),
  });
});

test('a model that does nothing the app could ask of it is refused for its task', async () => {
  const golden = shippedCard.golden.map((one) => ({ ...one, outputs: {} }));
  const outputs = shippedCard.outputs.filter(({ task }) => task === 'features' || task === 'novelty');
  await expect(openPackage(zip({ card: { golden, outputs } }))).rejects.toMatchObject({
    code: 'package-task',
    detail: outputs.map(({ task }) => task).join(', '),
  });
});
