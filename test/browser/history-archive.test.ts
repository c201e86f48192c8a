import { expect, test, vi } from 'vitest';
import { exportArchive } from '../../src/history/export-archive.ts';
import { restoreArchive } from '../../src/history/restore-archive.ts';
import { createFilled, exportOptions, readAll } from '../unit/history/fill-history.ts';
import { idOf, makeClipRecord, makeRecord } from '../unit/history/make-examination.ts';
import { createTab } from './history-tabs.ts';

test('what was exported is restored on another tablet without the least difference', async () => {
  const here = await createTab();
  for (let index = 0; index < 12; index++)
    await here.save((index % 4 === 3 ? makeClipRecord : makeRecord)(index));
  const progress = vi.fn();
  const { archive, ...exported } = await exportArchive(here, { ...exportOptions, onProgress: progress });
  expect(exported).toEqual({ count: 12, unreadable: [] });
  expect(progress.mock.calls).toEqual(Array.from({ length: 12 }, (_, index) => [index + 1, 12]));

  const there = await createFilled(0);
  const restored = vi.fn();
  expect(await restoreArchive(there, archive, restored)).toEqual({
    added: 12,
    updated: 0,
    kept: 0,
    damaged: 0,
  });
  expect(restored.mock.lastCall).toEqual([12, 12]);
  expect(await readAll(there)).toEqual(await readAll(here));
  expect(await readAll(there)).toHaveLength(12);

  expect(await restoreArchive(there, archive)).toEqual({ added: 0, updated: 0, kept: 12, damaged: 0 });
  await here.remove(Array.from({ length: 12 }, (_, index) => idOf(index)));
  await here.purge(Number.MAX_SAFE_INTEGER);
  expect(await here.list()).toEqual([]);
  await restoreArchive(here, archive);
  expect(await readAll(here)).toEqual(await readAll(there));
});
