import { expect, test, vi } from 'vitest';
import { AxisWork } from '../../../src/components/axis-work.ts';
import type { StagePointer } from '../../../src/components/picture-stage.tsx';
import { CropMarks } from '../../../src/crop-marks.ts';
import type { Additions, Amendment } from '../../../src/history/additions.ts';
import { addMessages } from '../../../src/i18n/en.ts';
import { findingsWords } from '../../../src/i18n/en-findings.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';
import { makeExamination } from '../history/make-examination.ts';

addMessages(findingsWords);

const at = (x: number, y: number) => ({ x, y });

function makeWork(additions: Additions = {}) {
  const analysis = makeAnalysis(['optimal']);
  let kept = additions;
  const keep = vi.fn((amendment: Amendment) => {
    kept = amendment(kept);
  });
  const marks = new CropMarks(makeExamination(0, { analysis, additions }), keep);
  const work = new AxisWork(marks, { size: analysis, sector: {}, under: () => undefined });
  return { marks, work, keep, kept: () => kept.axis };
}

const pointer = (x: number, y: number): StagePointer => ({
  at: at(x, y),
  trail: [at(x, y)],
  kind: 'touch',
  scale: 1,
  reach: 22,
  isShifted: false,
});

const set: Additions = { axis: { poles: [at(100, 200), at(300, 200)], from: 'by-hand' } };

test('two taps set the poles where nobody knows them, and the second is told once', () => {
  const { work, kept, keep, marks } = makeWork();
  expect(marks.axis.value).toBeNull();
  expect(work.task()).toContain('Tap one pole');
  for (const [x, y] of [
    [100, 200],
    [300, 250],
  ] as const) {
    expect(work.tool.down(pointer(x, y))).toBe(true);
    if (x === 100) expect(keep).not.toHaveBeenCalled();
    work.tool.up(pointer(x, y));
  }
  expect(kept()).toEqual({ poles: [at(100, 200), at(300, 250)], from: 'by-hand' });
  expect(keep).toHaveBeenCalledTimes(1);
});

test('a mark follows the finger that took it beside its middle, stays in the picture, and is kept when let go', () => {
  const { work, kept, keep, marks } = makeWork(set);
  expect(work.tool.down(pointer(310, 205))).toBe(true);
  work.tool.move(pointer(330, 255));
  expect(marks.axis.value?.poles).toEqual([at(100, 200), at(320, 250)]);
  expect(keep).not.toHaveBeenCalled();
  work.tool.move(pointer(9999, 255));
  work.tool.up(pointer(9999, 255));
  expect(kept()?.poles).toEqual([at(100, 200), at(512, 250)]);
});

test('a contact beside both marks is left to the picture, and a pinch takes a drag back', () => {
  const { work, keep, marks } = makeWork(set);
  expect(work.tool.down(pointer(200, 100))).toBe(false);
  work.tool.down(pointer(100, 200));
  work.tool.move(pointer(150, 200));
  work.tool.cancel();
  expect(marks.axis.value).toEqual(set.axis);
  expect(keep).not.toHaveBeenCalled();
});

test('keys move the mark in hand and change hands, and what they moved is kept once they rest', () => {
  vi.useFakeTimers();
  const { work, kept, keep } = makeWork(set);
  const press = (key: string, shiftKey = false) => work.onKey({ key, shiftKey } as KeyboardEvent);
  expect(press('ArrowRight')).toBe(true);
  expect(press('ArrowDown', true)).toBe(true);
  expect(press('Enter')).toBe(true);
  expect(press('ArrowUp')).toBe(true);
  expect(press('x')).toBe(false);
  vi.advanceTimersByTime(500);
  vi.useRealTimers();
  expect(kept()?.poles).toEqual([at(100, 199), at(301, 210)]);
  expect(keep).toHaveBeenCalledTimes(1);
});

test('hands that cannot tap get both marks in the middle', () => {
  const { work, kept } = makeWork();
  work.layInMiddle();
  expect(kept()?.poles).toEqual([at(512 * 0.3, 256), at(512 * 0.7, 256)]);
});
