import { expect, test } from 'vitest';
import { filterSummaries } from '../../src/history/filter-summaries.ts';
import { firstTime, idOf, makeRecord, minute } from '../unit/history/make-examination.ts';
import { createTab } from './history-tabs.ts';

test('5,000 records are saved, listed in order, counted, filtered and removed', async () => {
  const history = await createTab();
  const total = 5000;
  for (let start = 0; start < total; start += 100) {
    const batch = Array.from({ length: 100 }, (_, index) => makeRecord(start + index));
    await Promise.all(batch.map((record) => history.save(record)));
  }
  const list = await history.list();
  expect(list.map(({ id }) => id)).toEqual(
    Array.from({ length: total }, (_, index) => idOf(total - 1 - index)),
  );
  expect(await history.count()).toBe(total);
  expect(filterSummaries(list, { verdicts: ['optimal'] })).toHaveLength(1000);
  expect(
    filterSummaries(list, {
      from: firstTime + 10 * minute,
      before: firstTime + 30 * minute,
      verdicts: ['gain'],
    }),
  ).toHaveLength(4);
  expect(await history.read(list.map(({ id }) => id))).toHaveLength(total);

  const gain = filterSummaries(list, { verdicts: ['gain'] }).map(({ id }) => id);
  await history.remove(gain);
  expect(await history.count()).toBe(4000);
  await history.restoreRemoved(gain);
  expect((await history.list()).map(({ id }) => id)).toEqual(list.map(({ id }) => id));
});
