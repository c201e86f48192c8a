import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import type { AnnotatedPicture, Polygon, Region } from '../../../src/annotation/annotation.ts';
import type { PictureRow } from '../../../src/annotation-store/project.ts';
import {
  applyEdit,
  editedShapes,
  nameRegions,
  presentRegions,
} from '../../../src/labelling/edited-regions.ts';
import { matchAnnotations } from '../../../src/labelling/match-annotations.ts';
import { readLabels, withLabel, withText } from '../../../src/labelling/picture-attributes.ts';
import { PictureList } from '../../../src/labelling/picture-list.ts';
import { projectLabels, respell } from '../../../src/labelling/project-labels.ts';
import { proposeRegions } from '../../../src/labelling/propose-regions.ts';

function row(fileName: string, more: Partial<PictureRow> = {}): PictureRow {
  const size = { fileSize: 100, width: 640, height: 480 };
  const state = { status: 'new', revision: 0, updatedAt: 0 } as const;
  return { id: fileName, project: 'p', order: 0, fileName, ...size, ...state, ...more };
}

function said(fileName: string, more: Partial<AnnotatedPicture> = {}): AnnotatedPicture {
  return { fileName, fileSize: null, size: null, attributes: {}, regions: [], ...more };
}

function polygon(x: number): Polygon {
  const outer = [
    { x, y: 0 },
    { x: x + 10, y: 0 },
    { x, y: 10 },
  ];
  return { kind: 'polygon', outer, holes: [] };
}

const regionsOf: fc.Arbitrary<Region[]> = fc.array(
  fc.record({
    shape: fc.oneof(
      fc.nat(600).map(polygon),
      fc.nat(600).map((x) => ({ kind: 'point' as const, at: { x, y: 1 } })),
    ),
    label: fc.constantFrom('Capsule', 'Cyst', ''),
    group: fc.option(fc.nat(3)),
    attributes: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
  }),
  { maxLength: 8 },
);

describe('regions in the editor', () => {
  it('come back as they were when nothing was edited, and keep order and attributes over deletion and undo', () => {
    fc.assert(
      fc.property(regionsOf, fc.nat(7), (regions, which) => {
        const named = nameRegions(regions);
        const shapes = editedShapes(named);
        expect(presentRegions(applyEdit(named, shapes), shapes)).toEqual(regions);
        const without = shapes.filter((_, index) => index !== which % Math.max(1, shapes.length));
        const deleted = applyEdit(named, without);
        expect(presentRegions(deleted, without)).toHaveLength(regions.length - Math.min(1, shapes.length));
        expect(presentRegions(applyEdit(deleted, shapes), shapes)).toEqual(regions);
      }),
    );
  });

  it('keep what a file said of a region that is reshaped, and put new ones last', () => {
    const region = { shape: polygon(1), label: 'Capsule', group: 2, attributes: { sure: 'no' } };
    const named = nameRegions([region]);
    const shapes = [
      { id: 'Cyst 1', label: 'Cyst', polygon: polygon(9) },
      { id: 'region 0', label: 'Capsule', polygon: polygon(5) },
    ];
    expect(presentRegions(applyEdit(named, shapes), shapes)).toEqual([
      { ...region, shape: polygon(5) },
      { shape: polygon(9), label: 'Cyst', group: null, attributes: {} },
    ]);
  });
});

describe('annotations and the pictures of a project', () => {
  const rows = [row('a.png'), row('b.png', { status: 'done' }), row('c.png'), row('d.png')];
  const twins = [row('x.png', { id: 'x1', fileSize: 5 }), row('x.png', { id: 'x2', fileSize: 6 })];

  it('are matched by name, folder and ending aside; missing ones and other sizes are named and left out', () => {
    const pictures = [
      said('folder\\a.png'),
      said('b.png'),
      said('c.jpg', { size: { width: 640, height: 480 } }),
      said('d.png', { size: { width: 320, height: 240 } }),
      said('gone.png'),
      said('x.png', { fileSize: 6 }),
    ];
    const match = matchAnnotations({ labelKey: 'Anatomy', pictures }, [...rows, ...twins], 'f.csv');
    expect(match.free.map((one) => one.row.id)).toEqual(['a.png', 'c.png', 'x2']);
    expect(match.taken.map((one) => one.row.id)).toEqual(['b.png']);
    expect(match.problems).toMatchObject([
      { code: 'picture-size', effect: 'left-out', place: { file: 'f.csv', picture: 'd.png' } },
      { code: 'picture-missing', effect: 'left-out', place: { file: 'f.csv', picture: 'gone.png' } },
    ]);
  });
});

describe('what is said of a picture', () => {
  it('goes in and out without touching what else the file says', () => {
    const file = { Reader: 'B', Labels: { other: true }, Quality: 'Good' };
    const on = withLabel(withText(file, 'Quality', 'Poor'), 'gain', true);
    expect(on).toEqual({ Reader: 'B', Labels: { other: true, 'Incorrect gain': true }, Quality: 'Poor' });
    expect([...readLabels(on)]).toEqual(['gain']);
    expect(withLabel(withText(on, 'Quality', 'Good'), 'gain', false)).toEqual(file);
    expect(withLabel(withLabel({}, 'wrong', true), 'wrong', false)).toEqual({});
  });
});

describe('the names of a project', () => {
  it('are the file’s own where it names a structure, and a proposal takes them', () => {
    const labels = projectLabels(['cortex', 'Cyst']);
    expect(labels).toEqual(['Capsule', 'Central Echo Complex', 'Medulla', 'cortex', 'Cyst']);
    const region = { shape: polygon(0), label: 'Cortex', group: null, attributes: {} };
    expect(respell([region], labels)).toEqual([{ ...region, label: 'cortex' }]);
  });
});

describe('a proposal', () => {
  it('lies in pixels of the original, holes within their outlines', () => {
    const square = (from: number, to: number) => [
      { x: from, y: from },
      { x: to, y: from },
      { x: to, y: to },
      { x: from, y: to },
    ];
    const outlines = [
      { structure: 'capsule', contours: [square(10, 50), square(20.04, 30)], probability: 0.9 },
    ];
    const model = { name: 'm', version: '1', sha256: '0' };
    const outcome = { kind: 'assessed', anatomy: { outlines } };
    const analysis = { outcome, width: 100, height: 100, model } as unknown as Analysis;
    expect(proposeRegions(analysis, { width: 300, height: 300 })).toEqual({
      model,
      regions: [
        {
          shape: { kind: 'polygon', outer: square(30, 150), holes: [square(60.1, 90)] },
          label: 'Capsule',
          group: null,
          attributes: { AlgorithmType: 'AUTOMATIC', AlgorithmName: 'm 1' },
        },
      ],
    });
  });

  it('is the model’s as long as no hand changes it', () => {
    const attributes = { AlgorithmType: 'AUTOMATIC', AlgorithmName: 'm 1' };
    const named = nameRegions([{ shape: polygon(0), label: 'Capsule', group: null, attributes }]);
    const [shape] = editedShapes(named);
    if (shape === undefined) throw new Error('no shape');
    expect(applyEdit(named, [shape])[0]?.region.attributes).toEqual(attributes);
    expect(applyEdit(named, [{ ...shape, polygon: polygon(3) }])[0]?.region.attributes).toEqual({
      AlgorithmType: 'SEMIAUTOMATIC',
      AlgorithmName: 'm 1',
    });
  });
});

describe('the list of pictures', () => {
  it('passes by what is finished when asked to, and goes back to what was passed by', () => {
    const list = new PictureList();
    list.rows.value = [row('a'), row('b', { status: 'done' }), row('c', { status: 'skipped' }), row('d')];
    expect(list.neighbour('a', 1)?.id).toBe('b');
    list.onlyUnfinished.value = true;
    expect(list.neighbour('a', 1)?.id).toBe('d');
    expect(list.neighbour('d', -1)?.id).toBe('a');
    expect(list.neighbour('a', -1)).toBeNull();
    expect(list.following('c')?.id).toBe('d');
    expect(list.following('d')?.id).toBe('a');
  });

  it('never goes back behind what this tab has written', () => {
    const list = new PictureList();
    list.rows.value = [row('a', { revision: 3, status: 'done' }), row('b')];
    list.merge([row('a', { revision: 2 }), row('b', { revision: 1 }), row('c')]);
    expect(list.rows.value.map(({ revision }) => revision)).toEqual([3, 1, 0]);
  });
});
