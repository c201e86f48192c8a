import { expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import { ContourModel } from '../../../src/contour-model.ts';
import { editsOf, shapesOf, shownFraming, shownOutlines } from '../../../src/outline-edits.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

function square(x: number, y: number, side: number): Point[] {
  return [
    { x, y },
    { x: x + side, y },
    { x: x + side, y: y + side },
    { x, y: y + side },
  ];
}

const framing = { sectorShare: 0.2, offCentre: 0, depth: 0.5, elongation: 2, cuts: [], shadowedShare: 0 };

/** A good picture with a capsule, and a cortex that is a ring. */
function outlined(): Analysis {
  const analysis = makeAnalysis(['optimal']);
  if (analysis.outcome.kind !== 'assessed') throw new Error('not assessed');
  const outlines = [
    { structure: 'capsule', contours: [square(20, 20, 60)], probability: 0.9 },
    { structure: 'cortex', contours: [square(20, 20, 60), square(40, 40, 20)], probability: 0.8 },
  ] as const;
  return { ...analysis, outcome: { ...analysis.outcome, anatomy: { outlines, framing } } };
}

test('what nobody touched is no edit, and undoing an edit makes it none again', () => {
  const record = { analysis: outlined() };
  const heard: number[] = [];
  const model = new ContourModel({
    shapes: shapesOf(shownOutlines(record)),
    label: 'capsule',
    onChange: (shapes) => heard.push(editsOf(shapes, record).length),
  });
  expect(editsOf(model.shapes.value, record)).toEqual([]);
  model.replace('capsule', []);
  model.undo();
  model.redo();
  expect(heard).toEqual([1, 0, 1]);
});

test('an edited structure is shown as a person left it, the others as the model drew them', () => {
  const analysis = outlined();
  const outlines = [{ structure: 'capsule', contours: [square(10, 10, 80)] }] as const;
  const record = { analysis, additions: { outlines } };
  expect(shownOutlines(record)).toEqual([
    { structure: 'capsule', contours: [square(10, 10, 80)], probability: null },
    expect.objectContaining({ structure: 'cortex', probability: 0.8 }),
  ]);
  expect(editsOf(shapesOf(shownOutlines(record)), record)).toEqual(outlines);
  // The kidney's place is read from the outline that is shown.
  expect(shownFraming({ analysis })?.sectorShare).toBe(0.2);
  expect(shownFraming(record)?.sectorShare).not.toBe(0.2);
  expect(
    shownFraming({ analysis, additions: { outlines: [{ structure: 'capsule', contours: [] }] } }),
  ).toBeNull();
});

test('a ring is one piece with a hole, and stays one', () => {
  const shapes = shapesOf(shownOutlines({ analysis: outlined() }));
  const cortex = shapes.filter(({ label }) => label === 'cortex');
  expect(cortex).toHaveLength(1);
  expect(cortex[0]?.polygon.holes).toEqual([square(40, 40, 20)]);
});

test('a line of tapped points is closed when its tool or its structure is left, and undone point by point', () => {
  let kept = 0;
  const model = new ContourModel({ shapes: [], label: 'medulla', onChange: () => kept++ });
  model.choose('draw');
  model.line.value = square(0, 0, 10);
  model.undo();
  expect(model.line.value).toHaveLength(3);
  model.chooseLabel('cortex');
  expect(kept).toBe(1);
  expect(model.shapes.value).toMatchObject([{ label: 'medulla', polygon: { holes: [] } }]);
  model.line.value = square(0, 0, 10).slice(0, 2);
  model.choose('move');
  expect(kept).toBe(1);
});

test('the selected point is deleted, then the contour', () => {
  const shapes = shapesOf(shownOutlines({ analysis: outlined() }));
  const model = new ContourModel({ shapes, label: 'capsule', onChange: () => undefined });
  const id = shapes[0]?.id ?? '';
  model.selection.value = { id, point: { ring: 0, index: 1 } };
  model.deleteSelected();
  expect(model.kept.value[0]?.outer).toHaveLength(3);
  model.selection.value = { id, point: null };
  model.deleteSelected();
  expect(model.kept.value).toEqual([]);
  model.undo();
  expect(model.kept.value).toHaveLength(1);
});
