import { beforeAll, describe, expect, test } from 'vitest';
import { proveModel } from '../../../workers/self-test.ts';
import { shippedModels } from '../../../workers/session.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';

beforeAll(useWasm);

describe.each(shippedModels)('%s', (name) => {
  test('is small, and every file is what its card says', async () => {
    const { card, files, identity } = await openPackage(name);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    expect(identity.name).toBe(name);
    expect(bytes).toBeLessThanOrEqual(7_000_000);
    expect(card.licence).toBe('Apache-2.0');
  });

  test('gives its golden outputs on WASM', async () => {
    const { model, selfTest } = await proveModel(await openPackage(name));
    model.dispose();
    expect(selfTest.passed).toBe(true);
    // Golden outlines are rounded to a tenth of a logit.
    expect(selfTest.largestDifference).toBeLessThan(0.06);
  });

  test('has figures with intervals, a reliability table, robustness, and says what it must not be used for', async () => {
    const { card } = await openPackage(name);
    expect(card.limits.join(' ')).toMatch(/[Nn]ot (a medical device|for diagnosis)/);
    expect(card.metrics.length).toBeGreaterThan(10);
    for (const { value, interval, metric, subject } of [...card.metrics, ...(card.robustness ?? [])]) {
      expect(interval[0], `${subject}, ${metric}`).toBeLessThanOrEqual(value);
      expect(interval[1], `${subject}, ${metric}`).toBeGreaterThanOrEqual(value);
    }
    expect(card.reliability?.length).toBeGreaterThan(0);
    expect(card.robustness?.length).toBeGreaterThan(5);
    expect(new Set(card.metrics.map(({ pictures }) => pictures))).toContain('simulated');
  });
});
