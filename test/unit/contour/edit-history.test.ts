import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EditHistory, record, redo, startHistory, undo } from '../../../src/contour/edit-history.ts';
import { movePolygon } from '../../../src/contour/edit-points.ts';
import { joinOverlaps } from '../../../src/contour/join-overlaps.ts';
import { polygonsOf, replaceLabel } from '../../../src/contour/replace-label.ts';
import { anyPolygon } from './any-polygon.ts';

const steps = fc.array(fc.oneof(fc.integer(), fc.constant('undo'), fc.constant('redo')), { maxLength: 60 });

function play(history: EditHistory<number>, step: number | string): EditHistory<number> {
  if (step === 'undo') return undo(history);
  if (step === 'redo') return redo(history);
  return record(history, Number(step));
}

test('whatever happened, undo then redo changes nothing, and neither does redo then undo', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const history = all.reduce(play, startHistory(0));
      if (history.past.length > 0) expect(redo(undo(history))).toEqual(history);
      if (history.future.length > 0) expect(undo(redo(history))).toEqual(history);
    }),
  );
});

test('undoing everything leads to the start, and redoing it to the end; a new step forgets what was undone', () => {
  const history = [1, 2, 3].reduce(record<number>, startHistory(0));
  const start = undo(undo(undo(undo(history))));
  expect(start.present).toBe(0);
  expect(redo(redo(redo(redo(start))))).toEqual(history);
  expect(redo(record(undo(history), 9)).present).toBe(9);
});

test('of many steps the last two hundred can be undone', () => {
  const history = Array.from({ length: 500 }, (_, i) => i + 1).reduce(record<number>, startHistory(0));
  expect(history.past).toHaveLength(200);
  expect(history.past.at(-1)).toBe(499);
});

test('a label’s outlines are replaced by their heirs: names stay with the nearest, new ones are fresh', () => {
  fc.assert(
    fc.property(fc.array(anyPolygon, { minLength: 2, maxLength: 4 }), anyPolygon, (polygons, other) => {
      const shapes = polygons.map((polygon, i) => ({ id: `cortex ${i + 1}`, label: 'cortex', polygon }));
      const all = [...shapes, { id: 'x', label: 'capsule', polygon: other }];
      expect(replaceLabel(all, 'cortex', polygonsOf(all, 'cortex'))).toEqual(all);
      const fewer = replaceLabel(all, 'cortex', polygons.slice(1));
      expect(fewer.map(({ id }) => id)).not.toContain('cortex 1');
      const more = replaceLabel(all, 'cortex', [...polygons, other]);
      expect(new Set(more.map(({ id }) => id)).size).toBe(all.length + 1);
      expect(more.at(-1)).toMatchObject({ label: 'cortex', polygon: other });
    }),
    { numRuns: 30 },
  );
});

test('shapes of one label that overlap become one, and others stay to the last digit', () => {
  fc.assert(
    fc.property(anyPolygon, (polygon) => {
      const far = movePolygon(polygon, { x: 1000, y: 0 });
      const near = movePolygon(polygon, { x: 1, y: 1 });
      const shape = (id: string, label: string, one: typeof polygon) => ({ id, label, polygon: one });
      const apart = [shape('a', 'cortex', polygon), shape('b', 'cortex', far), shape('c', 'capsule', near)];
      expect(joinOverlaps(apart)).toEqual(apart);
      const joined = joinOverlaps([...apart, shape('d', 'cortex', near)]);
      expect(joined.map(({ label }) => label).sort()).toEqual(['capsule', 'cortex', 'cortex']);
    }),
    { numRuns: 30 },
  );
});
