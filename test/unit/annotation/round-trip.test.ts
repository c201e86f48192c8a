import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../../src/annotation/annotation.ts';
import type { AnnotationFormat } from '../../../src/annotation/annotation-file.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { arbitraryAnnotations } from '../../fixtures/arbitrary-annotations.ts';

async function through(format: AnnotationFormat, annotations: Annotations) {
  return readAnnotations(await writeAnnotations(annotations, format));
}

/** The order of names is part of what is kept; `toEqual` does not look at it. */
function inOrder({ pictures }: Annotations): string {
  return JSON.stringify(
    pictures.map(({ attributes, regions }) => [attributes, regions.map((one) => one.attributes)]),
  );
}

const runs = { numRuns: 100 };

describe('what goes out comes back', () => {
  it.each(['via-csv', 'via-json', 'via-project'] as const)(
    '%s, but for the size of the pictures',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(arbitraryAnnotations({ withSize: false }), async (annotations) => {
          const { annotations: back, problems } = await through(format, annotations);
          expect(problems.filter(({ effect }) => effect === 'left-out')).toEqual([]);
          expect(back.pictures).toEqual(annotations.pictures);
          expect(inOrder(back)).toBe(inOrder(annotations));
        }),
        runs,
      );
    },
  );

  it.each(['coco', 'labelme'] as const)('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnnotations({ withSize: true }), async (annotations) => {
        const { annotations: back, problems } = await through(format, annotations);
        expect(problems.filter(({ effect }) => effect === 'left-out')).toEqual([]);
        expect(back.pictures).toEqual(annotations.pictures);
        expect(inOrder(back)).toBe(inOrder(annotations));
      }),
      runs,
    );
  });
});
