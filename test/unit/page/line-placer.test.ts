import { expect, test } from 'vitest';
import { dragTool } from '../../../src/components/drag-tool.ts';
import { LinePlacer } from '../../../src/components/line-placer.ts';
import type { StagePointer } from '../../../src/components/picture-stage.tsx';
import type { Line } from '../../../src/measure/measurement.ts';
import type { Point } from '../../../src/pixels/sector.ts';

function makePlacer() {
  const state: { lines: Line[]; settled: number } = { lines: [], settled: 0 };
  const placer = new LinePlacer({
    lay: (from, to) => {
      state.lines = [...state.lines, { from, to }];
    },
    moveEnd: (to) => {
      state.lines = state.lines.with(-1, { from: state.lines.at(-1)?.from ?? to, to });
    },
    settle: () => {
      state.settled += 1;
    },
    revert: () => {
      state.lines = state.lines.slice(0, -1);
    },
  });
  return { state, placer, tool: dragTool((pointer) => placer.begin(pointer)) };
}

const at = (x: number, y: number): Point => ({ x, y });
const pointer = (place: Point): StagePointer => ({
  at: place,
  trail: [place],
  kind: 'touch',
  scale: 2,
  reach: 11,
  isShifted: false,
});

test('two taps lay a line, and a finger that slips is still a tap', () => {
  const { state, placer, tool } = makePlacer();
  tool.down(pointer(at(10, 10)));
  tool.move(pointer(at(13, 12)));
  tool.up(pointer(at(13, 12)));
  expect(state.lines).toEqual([]);
  expect(placer.first.value).toEqual(at(10, 10));
  tool.down(pointer(at(50, 20)));
  tool.move(pointer(at(52, 22)));
  tool.up(pointer(at(52, 22)));
  expect(state).toEqual({ lines: [{ from: at(10, 10), to: at(52, 22) }], settled: 1 });
  expect(placer.first.value).toBeNull();
});

test('one stroke lays a line from end to end, and the magnifier follows its far end', () => {
  const { state, placer, tool } = makePlacer();
  tool.down(pointer(at(10, 10)));
  tool.move(pointer(at(40, 10)));
  tool.move(pointer(at(60, 30)));
  expect(tool.magnified?.()).toEqual(at(60, 30));
  tool.up(pointer(at(60, 30)));
  expect(state).toEqual({ lines: [{ from: at(10, 10), to: at(60, 30) }], settled: 1 });
  expect(placer.first.value).toBeNull();
});

test('a pinch takes back what its first finger began, but not an earlier tap', () => {
  const { state, placer, tool } = makePlacer();
  tool.down(pointer(at(10, 10)));
  tool.up(pointer(at(10, 10)));
  tool.down(pointer(at(50, 50)));
  tool.cancel();
  expect(placer.first.value).toEqual(at(10, 10));
  expect(state).toEqual({ lines: [], settled: 0 });
  const other = makePlacer();
  other.tool.down(pointer(at(10, 10)));
  other.tool.cancel();
  expect(other.placer.first.value).toBeNull();
});
