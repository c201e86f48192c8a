import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedPicture, Annotations } from '../../../src/annotation/annotation.ts';
import type { AnnotationFormat } from '../../../src/annotation/annotation-file.ts';
import { type LossCode, lossesOf } from '../../../src/annotation/losses-of.ts';
import { paintShapes } from '../../../src/annotation/paint-shape.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { sayLoss } from '../../../src/annotation/say-loss.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { arbitraryAnnotations } from '../../fixtures/arbitrary-annotations.ts';

async function through(format: AnnotationFormat, annotations: Annotations): Promise<Annotations> {
  const { annotations: back, problems } = await readAnnotations(await writeAnnotations(annotations, format));
  expect(problems.filter(({ effect }) => effect === 'left-out')).toEqual([]);
  return back;
}

function lostIn(format: AnnotationFormat, annotations: Annotations): LossCode[] {
  const losses = lossesOf(annotations, format);
  for (const loss of losses) expect(sayLoss(loss)).not.toMatch(/\{\w+\}|undefined/);
  return losses.filter(({ isLost }) => isLost).map(({ code }) => code);
}

/** The order of names is part of what is kept; `toEqual` does not look at it. */
function inOrder({ pictures }: Annotations): string {
  return JSON.stringify(
    pictures.map(({ attributes, regions }) => [attributes, regions.map((one) => one.attributes)]),
  );
}

function withoutSizes(annotations: Annotations): Annotations {
  return { ...annotations, pictures: annotations.pictures.map((picture) => ({ ...picture, size: null })) };
}

const runs = { numRuns: 60 };

describe('what goes out comes back', () => {
  it.each(['via-csv', 'via-json', 'via-project', 'coco', 'labelme'] as const)(
    '%s: the same to the last bit, but for what is said to be lost',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(arbitraryAnnotations({ size: 'any' }), async (annotations) => {
          const lost = lostIn(format, annotations);
          const whole = lost.includes('sizes') ? withoutSizes(annotations) : annotations;
          expect(lost.filter((code) => code !== 'sizes')).toEqual([]);
          const back = await through(format, annotations);
          expect(back.pictures).toEqual(whole.pictures);
          expect(inOrder(back)).toBe(inOrder(whole));
        }),
        runs,
      );
    },
  );

  it.each(['mask-png', 'dicom-seg'] as const)(
    '%s: the same masks, and the same file the second time',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(arbitraryAnnotations({ size: 'small' }), async (annotations) => {
          const first = await through(format, annotations);
          const second = await through(format, first);
          // A shape that covers no pixel's centre leaves a picture without outlines.
          const isKept = (picture: AnnotatedPicture) => format === 'mask-png' || picture.regions.length > 0;
          expect(second.pictures).toEqual(first.pictures.filter(isKept));
          const said: LossCode[] = ['pixels', 'pictures-without-outline'];
          expect(lostIn(format, first).filter((code) => !said.includes(code))).toEqual([]);
          if (lostIn(format, annotations).includes('overlaps')) return;
          for (const picture of first.pictures) {
            const before = annotations.pictures.find(({ fileName }) => fileName === picture.fileName);
            for (const label of new Set(picture.regions.map((region) => region.label))) {
              expect(paint(picture, label)).toEqual(paint(before, label));
            }
          }
        }),
        runs,
      );
    },
  );

  it('says before a mask is written that the smaller structure lies upon the larger one', async () => {
    const square = (label: string, side: number) => ({
      shape: { kind: 'rectangle' as const, x: 0, y: 0, width: side, height: side },
      label,
      group: 1,
      attributes: {},
    });
    const annotations: Annotations = {
      labelKey: 'Anatomy',
      pictures: [
        {
          fileName: 'a.jpg',
          fileSize: null,
          size: { width: 9, height: 9 },
          attributes: { Quality: 'Good' },
          regions: [square('Central Echo Complex', 3), square('Capsule', 8)],
        },
      ],
    };
    expect(lostIn('mask-png', annotations)).toEqual(['groups', 'pixels', 'picture-attributes', 'overlaps']);
    expect(lostIn('dicom-seg', annotations)).toEqual(['groups', 'pixels', 'picture-attributes']);
    const [picture] = (await through('mask-png', annotations)).pictures;
    expect(paint(picture, 'Central Echo Complex')?.reduce((sum, mark) => sum + mark, 0)).toBe(9);
    expect(paint(picture, 'Capsule')?.reduce((sum, mark) => sum + mark, 0)).toBe(64 - 9);
  });
});

function paint(picture: Annotations['pictures'][number] | undefined, label: string): Uint8Array | undefined {
  const shapes = picture?.regions.filter((region) => region.label === label).map(({ shape }) => shape);
  return shapes && picture?.size ? paintShapes(shapes, picture.size).marks : undefined;
}
