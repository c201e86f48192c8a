import { describe, expect, it } from 'vitest';
import { fitToPictures } from '../../../src/annotation/fit-to-pictures.ts';
import { problemEffects } from '../../../src/annotation/problem.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { sayProblem } from '../../../src/annotation/say-problem.ts';
import { annotationFiles } from '../../../src/i18n/en-annotation-files.ts';
import {
  badFiles,
  coco,
  csv,
  good,
  header,
  points,
  ring,
  row,
  triangle,
} from '../../fixtures/bad-annotations.ts';

describe('bad annotation files', () => {
  it.each(badFiles)('%s', async (...[, file, said, regions]) => {
    const { annotations, problems } = await readAnnotations([file]);
    expect(problems.map(({ code }) => code)).toEqual(said);
    expect(annotations.pictures.flatMap((picture) => picture.regions)).toHaveLength(regions);
    for (const problem of problems) expect(sayProblem(problem)).not.toMatch(/\{\w+\}|undefined/);
  });

  it('name the row and the reason', async () => {
    const { problems } = await readAnnotations([csv(good, 'b.jpg,5,"{}",1')]);
    expect(problems.map(sayProblem)).toEqual(['“a.csv”, row 3: it has 4 columns instead of 7.']);
  });

  it('name the picture and the shape', async () => {
    const { problems } = await readAnnotations([
      coco(ring, { ...ring, segmentation: [[1, 1, 9, 9, 9, 1, 1, 9]] }),
    ]);
    expect(problems.map(sayProblem)).toEqual([
      '“a.json”, picture “a.jpg”, shape 2: the outline crosses itself.',
    ]);
  });

  it('are read as Western European where they are not UTF-8', async () => {
    const text = `${header}\n${row('links.jpg', triangle, { Anatomy: 'Capsule', note: 'groß' })}\n`;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const { annotations, problems } = await readAnnotations([{ name: 'a.csv', bytes }]);
    expect(problems.map(({ code }) => code)).toEqual(['encoding']);
    expect(annotations.pictures[0]?.regions[0]?.attributes).toEqual({ note: 'groß' });
  });

  it('never mix two readers of one picture', async () => {
    const second = csv(row('good.jpg', points('polygon', [2, 9, 5], [1, 1, 8])));
    const { annotations, problems } = await readAnnotations([csv(good), { ...second, name: 'b.csv' }]);
    expect(problems.map(sayProblem)).toEqual([
      '“b.csv”, picture “good.jpg”: the picture was annotated before; the first annotation is used.',
    ]);
    expect(annotations.pictures).toHaveLength(1);
  });

  it('each have a sentence', () => {
    for (const code of Object.keys(problemEffects)) {
      expect(annotationFiles).toHaveProperty([`annotation.problem.${code}`]);
    }
  });
});

describe('annotations beside their pictures', () => {
  it('tell which pictures are missing, have another size, or are too small', async () => {
    const { annotations } = await readAnnotations([
      csv(row('folder/a.jpg', triangle), row('b.jpg', triangle), row('c.jpg', triangle)),
    ]);
    const sized = {
      ...annotations,
      pictures: annotations.pictures.map((picture) =>
        picture.fileName === 'b.jpg' ? { ...picture, size: { width: 640, height: 480 } } : picture,
      ),
    };
    const fitted = fitToPictures(
      sized,
      [
        { fileName: 'a.jpg', width: 6, height: 9, fileSize: 77 },
        { fileName: 'b.jpg', width: 320, height: 240 },
      ],
      'a.csv',
    );
    expect(fitted.problems.map(sayProblem)).toEqual([
      '“a.csv”, picture “folder/a.jpg”, shape 1: the shape reaches outside the picture.',
      '“a.csv”, picture “b.jpg”: the annotation was made on 640 × 480 pixels, but the picture has 320 × 240.',
      '“a.csv”, picture “c.jpg”: the picture is not among those that are open.',
    ]);
    expect(fitted.annotations.pictures.map(({ size, fileSize }) => [size, fileSize])).toEqual([
      [{ width: 6, height: 9 }, 5],
      [{ width: 640, height: 480 }, 5],
      [null, 5],
    ]);
  });
});
