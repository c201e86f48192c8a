import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import { decideVerdict, keyOf } from '../../../src/feedback/verdict.ts';
import { preparedCases } from '../../../src/phantom/prepared-cases.ts';
import { type PreparedEntry, readPreparedFile, unpackLimb } from '../../../src/prepared/prepared-file.ts';
import { type DemoModels, predictCase } from '../../../training/demo/predict-case.ts';
import { proveModel } from '../../../workers/self-test.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';

/** What is shown before any model is loaded must be what the models would say. */
const advice = 'run npx tsx training/write-demo.ts';
const file = 'public/demo/cases.json';
const stored = readPreparedFile(readFileSync(file, 'utf8'));
let models: DemoModels;

beforeAll(async () => {
  await useWasm();
  models = {
    view: await proveModel(await openPackage('kidney-view')),
    tissue: await proveModel(await openPackage('tissue-layers')),
  };
}, 60_000);

test('all are there, and small', () => {
  expect(Object.keys(stored).sort()).toEqual(preparedCases.map(({ id }) => id).sort());
  expect(readFileSync(file).length).toBeLessThan(100_000);
});

describe.each(preparedCases)('$id', (one) => {
  test('is what the shipped model says', { timeout: 60_000 }, async () => {
    const entry = stored[one.id];
    const fresh = await predictCase(models, one);
    expect(entry?.model, advice).toEqual(fresh.model);
    if (entry?.kind === 'limb' && fresh.kind === 'limb') compareLimbs(entry, fresh);
    else if (entry?.kind === 'kidney' && fresh.kind === 'kidney')
      compareKidneys(entry.analysis, fresh.analysis);
    else expect.unreachable(`${one.id} is of another kind`);
  });
});

type Limb = Extract<PreparedEntry, { kind: 'limb' }>;

function compareLimbs(entry: Limb, fresh: Limb): void {
  const [a, b] = [unpackLimb(entry), unpackLimb(fresh)];
  for (const view of ['several', 'fascia'] as const) {
    const [said, now] = [a[view].map, b[view].map];
    const other = now.cells.filter((cell, i) => cell !== said.cells[i]).length;
    // Another processor may round a border's cell to its other side.
    expect(other / now.cells.length, `${advice}: ${view}`).toBeLessThan(0.002);
    expect(said.covers).toEqual(now.covers);
  }
}

function compareKidneys(entry: Analysis, fresh: Analysis): void {
  expect(keyOf(decideVerdict(entry.outcome)), advice).toBe(keyOf(decideVerdict(fresh.outcome)));
  if (entry.outcome.kind === 'declined' || fresh.outcome.kind === 'declined') return;
  for (const [i, { probability }] of fresh.outcome.labels.entries()) {
    expect(entry.outcome.labels[i]?.probability, advice).toBeCloseTo(probability, 2);
  }
  expect(entry.outcome.anatomy?.outlines.length).toBe(fresh.outcome.anatomy?.outlines.length);
}
