import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Examination } from '../../../src/history/examination.ts';
import { createMemoryHistory } from '../../../src/history/memory-history.ts';
import { MeasureModel } from '../../../src/measure-model.ts';
import { pairRecords, unpairRecord } from '../../../src/pair-records.ts';
import type { Calibration } from '../../../src/pixels/calibration.ts';
import { idOf, makeExamination, makeRecord } from '../history/make-examination.ts';

const scale = (cm: number): Calibration => ({
  source: 'ruler',
  cmPerPixelX: cm,
  cmPerPixelY: cm,
  region: { x: 0, y: 0, width: 640, height: 480 },
});
const fileScale: Calibration = { ...scale(0.02), source: 'dicom-region' };
const size = { width: 640, height: 480 };
const at = (x: number, y: number) => ({ x, y });

async function makeRecords(changes: Partial<Examination> = {}, count = 1) {
  const history = createMemoryHistory();
  for (let i = 0; i < count; i++) await history.save(makeRecord(i, i === 0 ? changes : {}));
  const kept = async (index = 0) => (await history.open(idOf(index)))?.examination.additions;
  const records = {
    open: history.open,
    amend: async (id: string, amendment: Parameters<typeof history.amend>[1]) => {
      if (!(await history.amend(id, amendment))) throw new Failure('unexpected', `no record ${id}`);
    },
  };
  return { history, records, kept };
}

test('a scale set by hand goes before the file’s own, and can be taken back', async () => {
  const { records, kept } = await makeRecords({ calibration: fileScale });
  const model = new MeasureModel(makeExamination(0, { calibration: fileScale }), size, records);
  expect(model.measured.value.chosen.calibration).toEqual(fileScale);
  model.setCalibration(scale(0.03));
  expect(model.measured.value.chosen.calibration).toEqual(scale(0.03));
  model.setCalibration(null);
  expect(model.measured.value.chosen.calibration).toEqual(fileScale);
  await model.whenKept();
  expect(await kept()).toEqual({});
  model.undo();
  await model.whenKept();
  expect((await kept())?.calibration).toEqual(scale(0.03));
});

test('a caliper is kept when it is let go, moves in one step, and is undone step by step', async () => {
  const { records, kept } = await makeRecords();
  const model = new MeasureModel(makeExamination(0), size, records);
  model.layCaliper('length', at(1, 1), at(2, 2));
  await model.whenKept();
  expect(await kept()).toBeUndefined();
  for (const x of [3, 4, 5]) model.moveMark({ index: 0, end: 'to' }, at(x, 9));
  model.settle();
  model.moveMark({ index: 0, end: 'from' }, at(7, 7));
  model.settle();
  model.settle();
  await model.whenKept();
  expect((await kept())?.calipers).toEqual([{ purpose: 'length', from: at(7, 7), to: at(5, 9) }]);
  model.removeCaliper(0);
  expect(model.calipers.value).toEqual([]);
  model.undo();
  model.undo();
  expect(model.calipers.value).toEqual([{ purpose: 'length', from: at(1, 1), to: at(5, 9) }]);
  model.undo();
  expect(model.canUndo.value).toBe(false);
  await model.whenKept();
  expect(await kept()).toEqual({});
});

test('marks leave what others added alone, also what was added meanwhile', async () => {
  const { records, kept } = await makeRecords({ additions: { partner: idOf(1), patient: { ageYears: 5 } } });
  const model = new MeasureModel(makeExamination(0), size, records);
  const outlines = [{ structure: 'capsule', contours: [[at(0, 0), at(9, 0), at(0, 9)]] }] as const;
  await records.amend(idOf(0), (before) => ({ ...before, outlines }));
  model.setCalibration(scale(0.03));
  model.setPatient({ sex: 'male' });
  await model.whenKept();
  expect(await kept()).toEqual({
    partner: idOf(1),
    outlines,
    calibration: scale(0.03),
    patient: { sex: 'male' },
  });
});

test('what cannot be kept is said, and stays on the screen', async () => {
  const model = new MeasureModel(makeExamination(0), size, {
    open: () => Promise.resolve(null),
    amend: () => Promise.reject(new Failure('storage-full')),
  });
  model.setCalibration(scale(0.03));
  await model.whenKept();
  expect(model.failure.value?.code).toBe('storage-full');
  expect(model.measured.value.chosen.calibration).toEqual(scale(0.03));
});

test('a pair is said on both sides, and a new one sets the former partner free', async () => {
  const { records, kept } = await makeRecords({}, 3);
  await pairRecords(records, idOf(0), idOf(1));
  await pairRecords(records, idOf(2), idOf(0));
  expect([await kept(0), await kept(1), await kept(2)]).toEqual([
    { partner: idOf(2) },
    {},
    { partner: idOf(0) },
  ]);
  await pairRecords(records, idOf(2), idOf(1));
  expect([await kept(0), await kept(1), await kept(2)]).toEqual([
    {},
    { partner: idOf(2) },
    { partner: idOf(1) },
  ]);
  await unpairRecord(records, idOf(1));
  expect([await kept(1), await kept(2)]).toEqual([{}, {}]);
});

test('keys and sliders make one step when they rest, or at once when it is undone', () => {
  vi.useFakeTimers();
  const model = new MeasureModel(makeExamination(0), size, {
    open: () => Promise.resolve(null),
    amend: () => Promise.resolve(),
  });
  model.layCaliper('length', at(1, 1), at(2, 2));
  model.settle();
  for (const x of [3, 4, 5]) {
    model.moveMark({ index: 0, end: 'to' }, at(x, 2));
    model.settleSoon();
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(1000);
  model.moveMark({ index: 0, end: 'to' }, at(9, 2));
  model.settleSoon();
  model.undo();
  expect(model.calipers.value[0]?.to).toEqual(at(5, 2));
  model.undo();
  expect(model.calipers.value[0]?.to).toEqual(at(2, 2));
  vi.useRealTimers();
});
