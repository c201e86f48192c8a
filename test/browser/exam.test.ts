import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { Exam, type PictureSource } from '../../src/exam.ts';
import { Failure } from '../../src/failure.ts';
import type { NewExamination } from '../../src/history/examination.ts';

const declined: Analysis = {
  outcome: { kind: 'declined', refusal: 'no-sector', sector: null },
  width: 8,
  height: 8,
  model: { name: 'kidney-view', version: '1.0.0', sha256: '0'.repeat(64) },
  backend: 'wasm',
  selfTest: { passed: true, largestDifference: 0, tolerance: 0.05 },
  timing: { pixels: 1, sector: 1, meters: 1, model: 1, total: 4 },
};

/** A picture that opens, or fails with this code. */
function source(name: string, failure?: Failure): PictureSource {
  return {
    name,
    async open() {
      if (failure) throw failure;
      const bitmap = await createImageBitmap(new ImageData(8, 8));
      const picture = { bytes: new ArrayBuffer(4), type: 'image/png' };
      return { bitmap, origin: 'file', name, picture, notice: null, calibration: null, isIdentifying: false };
    },
  };
}

function makeExam(kept: NewExamination[], unsaved: Failure | null = null): Exam {
  return new Exam({
    async analyse(copy) {
      (await copy()).close();
      return declined;
    },
    async keep(record) {
      kept.push(record);
      return unsaved;
    },
  });
}

describe('an exam', () => {
  it('checks in order, and one bad file does not stop the rest', async () => {
    const kept: NewExamination[] = [];
    const exam = makeExam(kept);
    const items = await exam.check([
      source('a'),
      source('b', new Failure('image-damaged', 'b')),
      source('c'),
    ]);
    expect(items.map(({ name, progress }) => [name, progress.state])).toEqual([
      ['a', 'done'],
      ['b', 'failed'],
      ['c', 'done'],
    ]);
    expect(kept.map(({ examination }) => examination.name)).toEqual(['a', 'c']);
    expect(exam.isChecking.value).toBe(false);
    expect(exam.lastTime.value).toBe(4);
  });

  it('keeps the verdict, the app version and a thumbnail no longer than 240 px', async () => {
    const kept: NewExamination[] = [];
    await makeExam(kept).check([source('a')]);
    const [record] = kept;
    expect(record?.examination).toMatchObject({
      appVersion: __APP_VERSION__,
      verdict: { kind: 'declined' },
      deletedAt: null,
    });
    expect(record?.thumbnail.type).toBe('image/jpeg');
    expect(record?.thumbnail.bytes.byteLength).toBeGreaterThan(0);
  });

  it('tells when a record could not be kept, and still shows it as done', async () => {
    const full = new Failure('storage-full');
    const [item] = await makeExam([], full).check([source('a')]);
    expect(item?.progress).toMatchObject({ state: 'done', unsaved: full });
  });

  it('stops before what has not begun', async () => {
    const kept: NewExamination[] = [];
    const exam = makeExam(kept);
    const stopping: PictureSource = {
      name: 'first',
      open() {
        exam.stop();
        return source('first').open();
      },
    };
    await exam.check([stopping, source('second'), source('third')]);
    expect(kept.map(({ examination }) => examination.name)).toEqual(['first']);
    expect(exam.items.value).toHaveLength(1);
  });

  it('closes the frame’s picture, whatever happens', async () => {
    const frame = await source('a').open();
    const exam = new Exam({
      analyse: () => Promise.reject(new Failure('timed-out')),
      keep: async () => null,
    });
    const [item] = await exam.check([{ name: 'a', open: async () => frame }]);
    expect(item?.progress.state).toBe('failed');
    expect(frame.bitmap.width).toBe(0);
  });
});
