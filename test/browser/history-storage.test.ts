import { expect, test, vi } from 'vitest';
import { askToPersist, readStorageState } from '../../src/history/storage.ts';

test.each([
  [true, 'granted'],
  [false, 'denied'],
] as const)('the browser is asked once; %s means %s', async (answer, expected) => {
  const storage = { persist: vi.fn(async () => answer), persisted: async () => false };
  expect(await Promise.all([askToPersist(storage), askToPersist(storage)])).toEqual([expected, expected]);
  expect(storage.persist).toHaveBeenCalledTimes(1);
});

test('what was granted before is not asked again', async () => {
  const storage = { persist: vi.fn(async () => false), persisted: async () => true };
  expect(await askToPersist(storage)).toBe('granted');
  expect(storage.persist).not.toHaveBeenCalled();
});

test('browsers that cannot, or refuse with an error, give an answer too', async () => {
  expect(await askToPersist({})).toBe('unsupported');
  expect(await askToPersist({ persist: () => Promise.reject(new TypeError('opaque origin')) })).toBe(
    'denied',
  );
});

test('this browser tells how much room is left', async () => {
  expect(['granted', 'denied']).toContain(await askToPersist());
  const { usageBytes, quotaBytes } = await readStorageState();
  expect(quotaBytes).toBeGreaterThan(0);
  expect(usageBytes).toBeGreaterThanOrEqual(0);
});

test('what a browser does not tell is null, not zero', async () => {
  const refuses = () => Promise.reject(new TypeError('opaque origin'));
  const nothing = { persisted: false, usageBytes: null, quotaBytes: null };
  expect(await readStorageState({})).toEqual(nothing);
  expect(await readStorageState({ estimate: refuses, persisted: refuses })).toEqual(nothing);
});
