import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  deleteEvaluatedSet,
  type EvaluatedSet,
  keepEvaluatedSet,
  ownCurves,
  readEvaluatedSet,
} from '../../../src/evaluated-set.ts';
import { operateAt } from '../../../src/findings/roc.ts';

const model = { name: 'kidney-crop', version: '1.1.0', sha256: 'a'.repeat(64) };
const set: EvaluatedSet = {
  model,
  evaluatedAt: 1_764_000_000_000,
  read: 3,
  refused: 1,
  findings: [
    {
      finding: 'stone',
      threshold: 0.5,
      judged: [
        { probability: 0.91234, holds: true },
        { probability: 0.4, holds: true },
        { probability: 0.1, holds: false },
      ],
    },
    { finding: 'mass', threshold: 0.5, judged: [{ probability: 0.2, holds: false }] },
  ],
};

let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a set is kept until another one or the user takes its place', () => {
  expect(readEvaluatedSet('kidney-crop')).toBeNull();
  keepEvaluatedSet(set);
  expect(readEvaluatedSet('kidney-crop')).toEqual(set);
  expect(readEvaluatedSet('another')).toBeNull();
  keepEvaluatedSet({ ...set, read: 9 });
  expect(readEvaluatedSet('kidney-crop')?.read).toBe(9);
  deleteEvaluatedSet('kidney-crop');
  expect(readEvaluatedSet('kidney-crop')).toBeNull();
});

test('its curves serve the very model that was evaluated, where both kinds of pictures are there', () => {
  keepEvaluatedSet(set);
  const [stone, ...others] = ownCurves(model, String);
  expect(others).toEqual([]);
  expect(stone).toMatchObject({
    subject: 'stone',
    pictures: 'own',
    dataset: String(set.evaluatedAt),
    positives: 2,
  });
  expect(stone && operateAt(stone, 0.5).sensitivity.value).toBe(0.5);
  expect(ownCurves({ ...model, sha256: 'b'.repeat(64) }, String)).toEqual([]);
});

test.each([
  'null',
  '{',
  '{"schema":2}',
  '{"schema":1}',
  '{"schema":1,"findings":[{"finding":"horn","judged":[]}]}',
])('what another hand wrote is no set: %s', (text) => {
  items.set('kidney-coach:evaluated:kidney-crop', text);
  expect(readEvaluatedSet('kidney-crop')).toBeNull();
});

test('a full device is told', () => {
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError');
    },
  });
  expect(() => keepEvaluatedSet(set)).toThrow(expect.objectContaining({ code: 'storage-full' }));
});
