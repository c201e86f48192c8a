import { expect, test } from 'vitest';
import type { Additions, PatientContext } from '../../../src/history/additions.ts';
import type { Examination } from '../../../src/history/examination.ts';
import { createMemoryHistory } from '../../../src/history/memory-history.ts';
import { readTrend } from '../../../src/read-trend.ts';
import { kidneyRecord } from '../../fixtures/kidney-record.ts';
import { blood, guessed } from '../../fixtures/said-of-kidney.ts';
import { firstTime, idOf, makePicture, minute } from '../history/make-examination.ts';

const who: PatientContext = { pseudonym: 'P-17', side: 'right' };

async function read(examinations: readonly Examination[]) {
  const history = createMemoryHistory();
  const picture = makePicture(0, 200, 'image/png');
  for (const examination of examinations) await history.save({ examination, picture, thumbnail: picture });
  const { pictures, bloods } = await readTrend(history, 'P-17');
  return { pictures: pictures.toSorted((a, b) => (a.id < b.id ? -1 : 1)), bloods };
}

function along(index: number, additions: Additions = {}): Examination {
  return kidneyRecord(index, [11, 5], { additions: { patient: who, ...additions } });
}

function across(index: number, additions: Additions = {}): Examination {
  return kidneyRecord(index, [5.5, 4], { additions: { patient: who, ...additions } });
}

test('a view along tells the length, a view across does not, nor does a picture without a scale', async () => {
  const { pictures } = await read([along(0), across(1), { ...along(2), calibration: null }]);
  expect(pictures.map(({ length }) => length)).toMatchObject([
    { value: expect.closeTo(11, 1), isLowerBound: false, isByHand: false, scale: 'dicom-region' },
    { why: 'across' },
    { why: 'no-scale' },
  ]);
  expect(pictures.map(({ at }) => at)).toEqual([0, 1, 2].map((i) => firstTime + i * minute));
});

test('only what is kept under the pseudonym counts, and its partner even without one', async () => {
  const { pictures } = await read([
    along(0, { partner: idOf(1) }),
    across(1, { patient: {}, partner: idOf(0) }),
    along(2, { patient: { pseudonym: 'P-1' } }),
  ]);
  expect(pictures).toHaveLength(1);
  expect(pictures[0]?.volume).toMatchObject({ along: idOf(0), value: expect.closeTo(126.7, 0) });
});

test('a pair of two sides or of two days gives no volume', async () => {
  const other = across(1, { partner: idOf(0) });
  const left = across(1, { partner: idOf(0), patient: { ...who, side: 'left' } });
  const later = { ...other, analysedAt: firstTime + 300 * minute };
  for (const partner of [left, later, { ...other, deletedAt: firstTime }]) {
    const { pictures } = await read([along(0, { partner: idOf(1) }), partner]);
    expect(pictures[0]?.volume).toBeNull();
  }
});

test('a caliper laid along the length goes before the outline, and says that the view is along', async () => {
  const caliper = { purpose: 'length', from: { x: 100, y: 100 }, to: { x: 300, y: 100 } } as const;
  const { pictures } = await read([across(0, { calipers: [caliper] })]);
  expect(pictures[0]?.length).toMatchObject({ value: expect.closeTo(5, 9), isByHand: true });
});

test('what a model read of a picture unlike its training is left out', async () => {
  const { reading } = guessed(70, 9);
  if (reading?.function === undefined) throw new Error('nothing was read');
  const strange = { ...reading, function: { ...reading.function, novelty: 1.2 } };
  const { pictures } = await read([along(0, { reading }), along(1, { reading: strange })]);
  expect(pictures.map(({ estimate }) => estimate?.reading.egfr.value)).toEqual([70, undefined]);
  expect(pictures[0]?.estimate?.lengthCm).toBeCloseTo(10, 9);
});

test('a blood test stands on the day it was taken', async () => {
  const { bloods } = await read([along(0, blood(1, '2024-05-06'))]);
  expect(new Date(bloods[0]?.at ?? 0).getDate()).toBe(6);
  expect(bloods[0]?.person).toEqual(who);
});
