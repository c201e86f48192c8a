import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../../src/annotation/annotation.ts';
import { writePngValues } from '../../../src/annotation/png-values.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { annotate, ellipse, jsonOf, polygon, readJson } from '../../fixtures/small-annotations.ts';

describe('LabelMe', () => {
  it('writes one file a picture, named after it', async () => {
    const pictures = ['x/a.jpg', 'a.png', 'b.jpg'].map((fileName) => ({
      ...annotate().pictures[0],
      fileName,
    }));
    const files = await writeAnnotations({ labelKey: 'Anatomy', pictures } as Annotations, 'labelme');
    expect(files.map(({ name }) => name)).toEqual(['a.json', 'a.png.json', 'b.json']);
  });

  it('has the fields that LabelMe asks for', async () => {
    const region = { ...ellipse, attributes: { description: 'dark', flags: { sure: true }, depth: 3 } };
    const json = await jsonOf(annotate(region), 'labelme');
    expect(json).toMatchObject({
      imagePath: 'a.jpg',
      imageData: null,
      imageHeight: 100,
      imageWidth: 200,
      flags: {},
    });
    expect(json.shapes[0]).toMatchObject({
      label: 'cyst',
      shape_type: 'polygon',
      group_id: null,
      description: 'dark',
      flags: { sure: true },
    });
  });

  it('believes what was changed in LabelMe', async () => {
    const region = { ...polygon(0, 9), attributes: { depth: 3, description: 'dark', flags: { sure: true } } };
    const json = await jsonOf(annotate(region), 'labelme');
    json.shapes[0].description = '';
    json.shapes[0].flags = { sure: false };
    const { annotations } = await readJson(json);
    expect(annotations.pictures[0]?.regions[0]?.attributes).toEqual({
      depth: 3,
      description: '',
      flags: { sure: false },
    });
  });

  it('reads every kind of shape, masks included', async () => {
    const mask = writePngValues({
      width: 4,
      height: 3,
      values: Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0),
    });
    const shape = (shape_type: string, points: number[][], more = {}) => ({
      label: 'x',
      shape_type,
      points,
      ...more,
    });
    const { annotations, problems } = await readJson({
      imagePath: 'a.jpg',
      shapes: [
        shape('rectangle', [
          [9, 8],
          [1, 2],
        ]),
        shape('circle', [
          [5, 5],
          [8, 9],
        ]),
        shape('line', [
          [1, 1],
          [2, 2],
        ]),
        shape('points', [
          [1, 1],
          [2, 2],
        ]),
        shape(
          'mask',
          [
            [10, 20],
            [13, 22],
          ],
          { mask: Buffer.from(mask).toString('base64'), group_id: 7 },
        ),
      ],
    });
    expect(problems).toEqual([]);
    const regions = annotations.pictures[0]?.regions ?? [];
    expect(regions.map(({ group }) => group)).toEqual([null, null, null, 1 + 7 + 3, 1 + 7 + 3, 7]);
    expect(regions[0]?.shape).toEqual({ kind: 'rectangle', x: 1, y: 2, width: 8, height: 6 });
    expect(regions[1]?.shape).toEqual({ kind: 'circle', centre: { x: 5, y: 5 }, radius: 5 });
    const outline = regions[5]?.shape.kind === 'polygon' ? regions[5].shape.outer : [];
    expect([Math.min(...outline.map(({ x }) => x)), Math.max(...outline.map(({ x }) => x))]).toEqual([
      11, 13,
    ]);
  });
});
