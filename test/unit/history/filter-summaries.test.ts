import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterSummaries, type SummaryFilter } from '../../../src/history/filter-summaries.ts';
import { newestFirst, summarise } from '../../../src/history/summary.ts';
import { firstTime, makeExamination, minute } from './make-examination.ts';

const ten = Array.from({ length: 10 }, (_, index) => summarise(makeExamination(index)));

function names(filter: SummaryFilter): readonly string[] {
  return filterSummaries(ten, filter).map(({ name }) => name.replace(/\D/g, ''));
}

test('an empty filter keeps everything in its order', () => {
  expect(filterSummaries(ten, {})).toEqual(ten);
  expect(filterSummaries(ten, { verdicts: [], text: ' ' })).toEqual(ten);
});

test('narrows by verdict; two faults are found under either', () => {
  expect(names({ verdicts: ['optimal'] })).toEqual(['0', '5']);
  expect(names({ verdicts: ['gain'] })).toEqual(['1', '6']);
  expect(names({ verdicts: ['position'] })).toEqual(['2', '7']);
  expect(names({ verdicts: ['artefact'] })).toEqual(['2', '7']);
  expect(names({ verdicts: ['wrong', 'declined'] })).toEqual(['3', '4', '8', '9']);
});

test('a date range holds its first millisecond and not its last', () => {
  expect(names({ from: firstTime + 2 * minute, before: firstTime + 4 * minute })).toEqual(['2', '3']);
  expect(names({ from: firstTime + 9 * minute })).toEqual(['9']);
  expect(names({ before: firstTime + 1 })).toEqual(['0']);
});

test('finds part of a name in any case, and accents however the file system wrote them', () => {
  expect(names({ text: 'kIDNEY 3' })).toEqual(['3']);
  const muller = summarise(makeExamination(1, { name: 'Mu\u0308ller.png' }));
  expect(filterSummaries([muller], { text: 'M\u00DCLL' })).toEqual([muller]);
});

test('one patient by the whole pseudonym, and all for none', () => {
  const of = (index: number, pseudonym: string) =>
    summarise(makeExamination(index, { additions: { patient: { pseudonym } } }));
  const kept = [of(1, 'P-1'), of(2, 'P-17'), summarise(makeExamination(3))];
  expect(filterSummaries(kept, { pseudonym: 'P-1' }).map(({ pseudonym }) => pseudonym)).toEqual(['P-1']);
  expect(filterSummaries(kept, { pseudonym: '' })).toEqual(kept);
});

test('parts of a filter narrow together', () => {
  expect(names({ verdicts: ['optimal', 'wrong'], from: firstTime + minute, text: 'kidney' })).toEqual([
    '3',
    '5',
    '8',
  ]);
});

test('newest first is an order: every shuffle sorts alike', () => {
  const tied = ten.map((summary) => ({
    ...summary,
    analysedAt: summary.analysedAt - (summary.analysedAt % (4 * minute)),
  }));
  const sorted = tied.toSorted(newestFirst);
  fc.assert(
    fc.property(fc.shuffledSubarray(tied, { minLength: tied.length }), (shuffled) => {
      expect(shuffled.toSorted(newestFirst)).toEqual(sorted);
    }),
  );
});
