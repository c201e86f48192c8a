import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { toBytes } from '../../../src/annotation/text-bytes.ts';
import { annotate, ellipse, jsonOf, polygon, readJson, square } from '../../fixtures/small-annotations.ts';

describe('COCO', () => {
  it('has the true area, the box, and one annotation for the parts of an object', async () => {
    const parts = [polygon(0, 10), polygon(20, 40, square(25, 30))].map((region) => ({
      ...region,
      group: 4,
    }));
    const { annotations, categories, images } = await jsonOf(annotate(...parts, polygon(50, 60)), 'coco');
    expect(images).toEqual([
      { id: 1, width: 200, height: 100, file_name: 'a.jpg', file_size: 9, attributes: { Quality: 'Good' } },
    ]);
    expect(categories).toEqual([{ id: 1, name: 'Capsule', supercategory: 'kidney' }]);
    expect(annotations).toMatchObject([
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        area: 100 + 400 - 25,
        bbox: [0, 0, 40, 40],
        iscrowd: 0,
        group_id: 4,
      },
      { id: 2, area: 100, bbox: [50, 50, 10, 10], attributes: { sure: true } },
    ]);
    expect(annotations[0].segmentation[0]).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
  });

  it('keeps categories, licences and what stands beside an annotation', async () => {
    const file = {
      info: { year: 2024 },
      licenses: [{ id: 1, name: 'CC BY 4.0' }],
      images: [{ id: 77, file_name: 'a.jpg', license: 1 }],
      categories: [
        { id: 9, name: 'Medulla', supercategory: 'organ' },
        { id: 3, name: 'Capsule', supercategory: 'organ' },
      ],
      annotations: [{ image_id: 77, category_id: 3, segmentation: [[1, 1, 9, 1, 5, 8]], score: 0.5 }],
    };
    const { annotations } = await readJson(file);
    expect(annotations.pictures[0]).toMatchObject({ attributes: { license: 1 }, size: null });
    expect(annotations.pictures[0]?.regions[0]).toMatchObject({
      label: 'Capsule',
      attributes: { score: 0.5 },
    });
    const written = await jsonOf(annotations, 'coco');
    expect(written).toMatchObject({ info: file.info, licenses: file.licenses, categories: file.categories });
    expect(written.annotations[0].category_id).toBe(3);
  });

  it('believes the polygon, not the shape beside it, once another program moved it', async () => {
    const file = await jsonOf(annotate(ellipse), 'coco');
    expect((await readJson(file)).annotations.pictures[0]?.regions).toEqual([ellipse]);
    file.annotations[0].segmentation[0][0] += 1;
    expect((await readJson(file)).annotations.pictures[0]?.regions[0]?.shape.kind).toBe('polygon');
  });

  it('reads run lengths as outlines of one object, and a box without outline as one', async () => {
    const base = { images: [{ id: 1, file_name: 'a.jpg' }], categories: [{ id: 1, name: 'Capsule' }] };
    // Two marks in the columns of a picture of 3 × 5: two parts.
    const counts = [4, 1, 5, 1, 4];
    const rle = { image_id: 1, category_id: 1, iscrowd: 1, segmentation: { size: [5, 3], counts } };
    const box = { image_id: 1, category_id: 1, segmentation: [], bbox: [1, 2, 3, 4] };
    const { annotations } = await readJson({ ...base, annotations: [rle, box] });
    const [first, second, third] = annotations.pictures[0]?.regions ?? [];
    expect([first?.shape.kind, second?.shape.kind, first?.group, second?.group]).toEqual([
      'polygon',
      'polygon',
      1,
      1,
    ]);
    expect(first?.attributes).toEqual({ iscrowd: 1 });
    expect(third?.shape).toEqual({ kind: 'rectangle', x: 1, y: 2, width: 3, height: 4 });
  });

  it('is read as far as it goes where it is cut short', async () => {
    const whole = JSON.stringify(await jsonOf(annotate(polygon(0, 9), polygon(20, 30)), 'coco'));
    const regionsAt = async (length: number) => {
      const bytes = toBytes(whole.slice(0, length));
      const { annotations, problems } = await readAnnotations([{ name: 'a.json', bytes }]);
      expect(problems.map(({ code }) => code)).toContain(length < 12 ? 'bad-json' : 'json-cut-short');
      return annotations.pictures.flatMap(({ regions }) => regions).length;
    };
    const second = whole.indexOf('{"id":2');
    expect(await regionsAt(11)).toBe(0);
    expect(await regionsAt(second - 1)).toBe(1);
    // Its outline is whole, but what was said about it is not.
    expect(await regionsAt(whole.lastIndexOf('"attributes"'))).toBe(1);
    expect(await regionsAt(whole.indexOf('"categories"') - 1)).toBe(2);
  });
});
