import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readEvaluatedSet } from '../../../src/evaluated-set.ts';
import { Failure } from '../../../src/failure.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import type { Screened } from '../../../src/screener.ts';
import { ScreeningModel } from '../../../src/screening/screening-model.ts';
import type { Card } from '../../../workers/card.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

const identity = { name: 'kidney-crop', version: '1.1.0', sha256: 'a'.repeat(64) };
/** What fileKind takes for a picture. */
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

/** A model for which a file's name says what comes of it. */
function makeModel(during: (name: string, model: ScreeningModel) => void = () => undefined): ScreeningModel {
  let name = '';
  const model: ScreeningModel = new ScreeningModel({
    model: 'kidney-crop',
    openModel: async () => ({ identity, card: {} as Card, trees: null }),
    async open(file) {
      name = file.name;
      if (name.startsWith('broken')) throw new Failure('image-damaged', name);
      return { bitmap: { close: () => undefined } as ImageBitmap };
    },
    analyse: async () =>
      makeAnalysis([name.startsWith('faulty') ? 'gain' : name.startsWith('wrong') ? 'wrong' : 'optimal']),
    screener: {
      async read() {
        during(name, model);
        if (name.startsWith('lost')) throw new Failure('model-missing');
        if (name.startsWith('unmarked')) throw new Failure('crop-missing');
        return screened(name.startsWith('stone') ? 0.9 : 0.2, name.startsWith('strange') ? 1.2 : 0.4);
      },
    },
  });
  return model;
}

function screened(probability: number, novelty: number): Screened {
  const readings = [
    { finding: 'stone', probability, threshold: 0.5, abstain: [0.4, 0.6], insideShare: null },
  ] as const;
  const reading = { findings: { model: identity, novelty, readings } } as unknown as CropReading;
  return { reading } as Screened;
}

async function choose(model: ScreeningModel, names: readonly string[], table: string): Promise<void> {
  const files = [
    ...names.map((name) => new File([new Uint8Array(png)], name)),
    new File([table], 'table.csv'),
    new File(['hello'], 'notes.txt'),
  ];
  await model.choose(files.map((file) => ({ file, path: file.name, isInside: true })));
}

const names = [
  'stone.png',
  'clear.png',
  'faulty.png',
  'wrong.png',
  'broken.png',
  'unmarked.png',
  'strange.png',
];
const table = [
  'filename,stone',
  'stone.png,1',
  ...names.slice(1).map((name) => `${name},0`),
  'absent.png,1',
].join('\n');

test('reads what may be read, tells why of the rest, and keeps what came of it', async () => {
  const model = makeModel();
  await choose(model, [...names, 'unknown.png'], table);
  expect(model.known.value).toHaveLength(names.length);
  expect(model.unmatched.value).toBe(1);
  await model.evaluate();
  const phase = model.phase.value;
  if (phase.name !== 'evaluated') throw new Error(phase.name);
  const why = phase.evaluated.refused.map(({ picture, refusal }) => [
    picture.file.name,
    refusal.kind === 'failed' ? refusal.failure.code : refusal.kind,
  ]);
  expect(why).toEqual([
    ['faulty.png', 'faults'],
    ['wrong.png', 'wrong'],
    ['broken.png', 'image-damaged'],
    ['unmarked.png', 'crop-missing'],
    ['strange.png', 'unlike'],
  ]);
  expect(readEvaluatedSet('kidney-crop')).toEqual(phase.evaluated.set);
  // A normal kidney has no stone, but one without a stone need not be normal.
  expect(phase.evaluated.set.findings).toEqual([
    {
      finding: 'stone',
      threshold: 0.5,
      judged: [
        { probability: 0.9, holds: true },
        { probability: 0.2, holds: false },
      ],
    },
  ]);
});

test('reads faulty pictures where a person wants it', async () => {
  const model = makeModel();
  await choose(model, ['faulty.png'], table);
  model.withFaults.value = true;
  await model.evaluate();
  expect(model.phase.value).toMatchObject({ evaluated: { set: { read: 1, refused: 0 } } });
});

test('comes back to what was kept, without pictures', async () => {
  const model = makeModel();
  await choose(model, names, table);
  await model.evaluate();
  expect(makeModel().phase.value).toMatchObject({
    name: 'evaluated',
    evaluated: { read: [], set: { read: 2 } },
  });
});

test('a model that cannot answer ends it with a word, and what was chosen stays', async () => {
  const model = makeModel();
  await choose(model, ['stone.png', 'lost.png'], 'filename,stone\nstone.png,1\nlost.png,0');
  await model.evaluate();
  expect(model.phase.value.name).toBe('choosing');
  expect(model.failure.value?.code).toBe('model-missing');
  expect(model.pictures.value.size).toBe(2);
  expect(readEvaluatedSet('kidney-crop')).toBeNull();
});

test('stopping ends it at the next picture, and keeps nothing', async () => {
  const read: string[] = [];
  const model = makeModel((name, its) => {
    read.push(name);
    its.change();
  });
  await choose(model, names, table);
  await model.evaluate();
  expect(read).toEqual(['stone.png']);
  expect(model.phase.value.name).toBe('choosing');
  expect(model.failure.value).toBeNull();
  expect(readEvaluatedSet('kidney-crop')).toBeNull();
});
