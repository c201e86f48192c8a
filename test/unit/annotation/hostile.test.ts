import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../../src/annotation/annotation.ts';
import { annotationFormats } from '../../../src/annotation/annotation-file.ts';
import { fitToPictures } from '../../../src/annotation/fit-to-pictures.ts';
import { lossesOf } from '../../../src/annotation/losses-of.ts';
import type { ProblemCode } from '../../../src/annotation/problem.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { sayProblem } from '../../../src/annotation/say-problem.ts';
import { toBytes } from '../../../src/annotation/text-bytes.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { badFiles } from '../../fixtures/bad-annotations.ts';
import { mutations, seededDraw } from '../../fixtures/mutate-dicom.ts';
import { openKidneyCsv } from '../../fixtures/open-kidney-csv.ts';

const rounds = 50;
/** Of one core, for a file of a few kilobytes. */
const patienceMs = 2000;

/** A few pictures in every format, to be damaged. */
async function goodFiles() {
  const { annotations } = await readAnnotations([{ name: 'a.csv', bytes: toBytes(openKidneyCsv(12)) }]);
  const size = { width: 640, height: 480 };
  const sized: Annotations = {
    ...annotations,
    pictures: annotations.pictures.map((picture) => ({ ...picture, size })),
  };
  const files = await Promise.all(annotationFormats.map((format) => writeAnnotations(sized, format)));
  return files.flatMap((all) => all.slice(0, 1));
}

describe('hostile annotation files', () => {
  it('never throw, take long, or break what is done with them next', async () => {
    const draw = seededDraw(20_261_126);
    const said: ProblemCode[] = [];
    const kinds = Object.entries(mutations);
    let loaded = 0;
    for (const { name, bytes } of await goodFiles()) {
      for (let round = 0; round < rounds; round++) {
        const [kind, mutate] = kinds[round % kinds.length] ?? ['', (whole) => whole];
        const file = { name, bytes: mutate(bytes, draw) };
        const start = process.cpuUsage();
        const { annotations, problems } = await readAnnotations([file]);
        const took = process.cpuUsage(start).user / 1000;
        expect(took, `${name}, round ${round}: ${kind}`).toBeLessThan(patienceMs);
        for (const problem of problems) {
          expect(sayProblem(problem)).not.toBe('');
          said.push(problem.code);
        }
        if (annotations.pictures.length > 0) loaded++;
        expect(lossesOf(annotations, 'coco')).toBeDefined();
        expect(await writeAnnotations(annotations, 'via-project')).toHaveLength(1);
        fitToPictures(annotations, [{ fileName: 'x.png', width: 1, height: 1 }], name);
      }
    }
    process.stdout.write(`${loaded} loaded at least in part; problems: ${[...new Set(said)].join(', ')}\n`);
    expect(said).not.toContain('unreadable');
    expect(loaded).toBeGreaterThan(50);
    expect(new Set(said).size).toBeGreaterThan(8);
  }, 120_000);

  it('are told apart by what they hold, whatever they are called', async () => {
    for (const { bytes } of await goodFiles()) {
      const { problems } = await readAnnotations([{ name: 'holiday.txt', bytes }]);
      expect(problems.filter(({ effect }) => effect === 'left-out')).toEqual([]);
    }
  });

  it('leave the good files beside them as they are', async () => {
    const files = await goodFiles();
    const alone = await readAnnotations(files.slice(0, 1));
    const beside = await readAnnotations([...badFiles.map(([, file]) => file), ...files.slice(0, 1)]);
    const names = new Set(alone.annotations.pictures.map(({ fileName }) => fileName));
    expect(beside.annotations.pictures.filter(({ fileName }) => names.has(fileName))).toEqual(
      alone.annotations.pictures,
    );
  });

  it('in which thousands of quotation marks, brackets or levels stand are read at once', async () => {
    const header = openKidneyCsv(0);
    const texts = [
      header + '"'.repeat(300_000),
      header + '"\n'.repeat(20_000),
      `{"a":${'['.repeat(200_000)}`,
      `{"imageData":"${'x'.repeat(12_000_000)}","shapes":[{"label":"${'\\\\'.repeat(3_000_000)}`,
      `{"images":[],"annotations":[{"image_id":1,"attributes":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`,
      header +
        `a,1,"{}",1,0,"{""name"":""polygon"",""all_points_x"":[${'1,'.repeat(100_000)}1],""all_points_y"":[${'2,'.repeat(100_000)}2]}","{}"`,
    ];
    for (const text of texts) {
      const start = process.cpuUsage();
      await readAnnotations([{ name: 'a', bytes: toBytes(text) }]);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(patienceMs);
    }
  });
});
