import { describe, expect, it } from 'vitest';
import type { AnnotatedPicture, Attributes } from '../../../src/annotation/annotation.ts';
import { compareReaders } from '../../../src/evaluation/compare-readers.ts';
import type { Reader } from '../../../src/evaluation/match-pictures.ts';

function reader(name: string, pictures: AnnotatedPicture[]): Reader {
  return { name, annotations: { pictures, labelKey: 'Anatomy' } };
}

describe('grades', () => {
  const graded = (values: Attributes[]): AnnotatedPicture[] =>
    values.map((attributes, i) => ({
      fileName: `${i}.png`,
      fileSize: null,
      size: null,
      attributes,
      regions: [],
    }));
  const report = compareReaders(
    [
      reader(
        'A',
        graded([
          { Quality: 'Good', Comments: 'a', Border: 3, Seen: { left: true, right: false } },
          { Quality: 'Poor', Comments: 'b', Border: 0, Seen: { left: true, right: true } },
          { Quality: ' good', Border: 1, Only: 'x' },
          { Quality: '', Border: 1 },
        ]),
      ),
      reader(
        'B',
        graded([
          { Quality: 'good', Comments: 'c', Border: 3, Seen: { left: true } },
          { Quality: 'Unsatisfactory', Border: 1, Seen: {} },
          { Quality: 'Good', Border: 1 },
          { Quality: 'Good', Border: 1 },
        ]),
      ),
    ],
    new Map(),
  );
  const of = (name: string) => report.pairs[0]?.grades.find(({ attribute }) => attribute === name);

  it('are ordered where their order is known, steps between that nobody gave included', () => {
    expect(of('Quality')).toMatchObject({ grades: ['Unsatisfactory', 'Poor', 'fair', 'Good'], n: 3 });
    expect(of('Quality')?.confusion).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 2],
    ]);
    expect(of('Quality')?.agreedShare).toBeCloseTo(2 / 3, 12);
    expect(of('Border')?.grades).toEqual(['0', '1', '2', '3']);
    // Squared steps seen: 1; expected of every A with every B: (18 + 9) / 3.
    expect(of('Quality')?.weightedKappa?.value).toBeCloseTo(1 - 1 / 9, 12);
  });

  it('of check boxes are yes and no for each box; remarks and one reader’s own attributes are no grades', () => {
    expect(of('Seen: left')).toMatchObject({ grades: ['no', 'yes'], n: 2, agreedShare: 0.5 });
    expect(of('Seen: right')).toMatchObject({
      grades: ['no', 'yes'],
      confusion: [
        [1, 0],
        [1, 0],
      ],
    });
    expect(of('Comments')).toBeUndefined();
    expect(of('Only')).toBeUndefined();
  });
});
