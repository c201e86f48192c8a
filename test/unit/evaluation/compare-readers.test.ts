import { describe, expect, it } from 'vitest';
import type { AnnotatedPicture, Region } from '../../../src/annotation/annotation.ts';
import { compareReaders } from '../../../src/evaluation/compare-readers.ts';
import type { Reader } from '../../../src/evaluation/match-pictures.ts';
import { worstFirst } from '../../../src/evaluation/worst-first.ts';

const noScales = new Map();

function box(label: string, x: number, side = 20): Region {
  const shape = { kind: 'rectangle', x, y: 10, width: side, height: side } as const;
  return { shape, label, group: null, attributes: {} };
}

function picture(
  fileName: string,
  regions: Region[],
  rest: Partial<AnnotatedPicture> = {},
): AnnotatedPicture {
  return { fileName, fileSize: null, size: null, attributes: {}, regions, ...rest };
}

function reader(name: string, pictures: AnnotatedPicture[]): Reader {
  return { name, annotations: { pictures, labelKey: 'Anatomy' } };
}

describe('outlines of two readers', () => {
  const report = compareReaders(
    [
      reader('A', [
        picture('1.png', [box('Capsule', 10), box('Medulla', 10), box('Medulla', 40)]),
        picture('2.png', [box('Capsule', 10)]),
        picture('3.png', [box('capsule', 10), box('Cyst', 10)]),
        picture('4.png', []),
      ]),
      reader('B', [
        picture('folder/1.PNG', [box('Capsule', 20), box('Medulla', 10), box('Cortex', 10)]),
        picture('2.png', [box('CAPSULE', 10)]),
        picture('3.png', []),
        picture('4.png', []),
      ]),
    ],
    noScales,
  );
  const [pair] = report.pairs;
  const of = (structure: string) => pair?.structures.find((one) => one.structure === structure);

  it('are compared by the pictures’ names, and means count a picture drawn by one as 0', () => {
    expect(report.pictures).toEqual(['1.png', '2.png', '3.png', '4.png']);
    expect(of('capsule')?.drawnBy).toEqual({ both: 2, first: 1, second: 0 });
    expect(of('capsule')?.figures.dice).toMatchObject({ value: (0.5 + 1 + 0) / 3, n: 3 });
    expect(of('capsule')?.diceOfBoth).toMatchObject({ value: 0.75, n: 2 });
    expect(of('capsule')?.figures.hausdorff).toMatchObject({ value: 5, n: 2 });
  });

  it('unite several outlines of a structure, and say the first minus the second', () => {
    expect(of('medulla')?.figures.dice?.value).toBeCloseTo((2 * 400) / 1200, 12);
    expect(of('medulla')?.figures.areaDifference?.value).toBe(400);
    expect(of('medulla')?.figures.areaShare?.value).toBeCloseTo(400 / 600, 12);
    expect(of('medulla')?.figures.lengthDifference?.value).toBeCloseTo(
      Math.hypot(50, 20) - Math.hypot(20, 20),
      12,
    );
  });

  it('leave out what only one of them ever drew, and give no interval of one picture', () => {
    expect(of('cortex')).toBeUndefined();
    expect(pair?.oneSided).toEqual([{ structure: 'cortex', drawnBy: 'second' }]);
    expect(of('medulla')?.figures.dice?.interval).toBeNull();
    const [low, high] = of('capsule')?.figures.dice?.interval ?? [];
    expect([low, high]).toEqual([0, 1]);
  });

  it('come worst first, by one structure or by the mean of all that are compared', () => {
    if (!pair) throw new Error('there is a pair');
    expect(worstFirst(pair, null).map(({ fileName, dice }) => [fileName, dice])).toEqual([
      ['3.png', 0],
      ['1.png', (0.5 + 2 / 3) / 2],
      ['2.png', 1],
    ]);
    expect(worstFirst(pair, 'medulla').map(({ fileName }) => fileName)).toEqual(['1.png']);
  });
});

describe('pictures that cannot be compared', () => {
  const size = (width: number) => ({ size: { width, height: 100 } });
  const one = box('Capsule', 10);
  const report = compareReaders(
    [
      reader('A', [
        picture('sizes.png', [one], size(100)),
        picture('only-a.png', [one]),
        picture('twice.png', [one]),
        picture('twice.png', [one]),
        picture('good.png', [one], size(15)),
      ]),
      reader('B', [
        picture('sizes.png', [one], size(200)),
        picture('only-b.png', [one]),
        picture('twice.png', [one]),
        picture('good.png', [one]),
      ]),
    ],
    noScales,
  );

  it('are listed with the reason', () => {
    expect(report.pictures).toEqual(['good.png']);
    expect(report.leftOut).toEqual([
      { fileName: 'sizes.png', reason: 'sizes', readers: [0, 1] },
      { fileName: 'only-a.png', reason: 'missing', readers: [1] },
      { fileName: 'twice.png', reason: 'twice', readers: [0] },
      { fileName: 'only-b.png', reason: 'missing', readers: [0] },
    ]);
  });

  it('none in common gives no figure', () => {
    const nothing = compareReaders([reader('A', [picture('a.png', [one])]), reader('B', [])], noScales);
    expect(nothing.pictures).toEqual([]);
    expect(nothing.pairs[0]).toMatchObject({ structures: [], oneSided: [], grades: [], pictures: [] });
  });
});

it('three readers are compared each with each, over the pictures that all have', () => {
  const one = (x: number, names: string[]) => names.map((name) => picture(name, [box('Capsule', x)]));
  const report = compareReaders(
    [
      reader('A', one(10, ['1', '2', '3'])),
      reader('B', one(12, ['1', '2'])),
      reader('M', one(15, ['1', '2'])),
    ],
    noScales,
  );
  expect(report.pairs.map(({ readers }) => readers)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  const values = report.pairs.map(({ structures: [capsule] }) => capsule?.figures.hausdorff);
  expect(values).toMatchObject([
    { value: 2, n: 2 },
    { value: 5, n: 2 },
    { value: 3, n: 2 },
  ]);
});

describe('centimetres', () => {
  const readers = [0, 4].map((x) =>
    reader(`x${x}`, [
      picture('1.dcm', [box('Capsule', 10 + x)]),
      picture('2.dcm', [box('Capsule', 10 + x, 20 - x)]),
    ]),
  );
  const scale = { x: 0.05, y: 0.1 };

  it('are given where every picture has a scale', () => {
    const report = compareReaders(
      readers,
      new Map([
        ['1.dcm', scale],
        ['2.dcm', scale],
      ]),
    );
    const figures = report.pairs[0]?.structures[0]?.figures;
    expect(report.unit).toBe('cm');
    expect(figures?.areaDifference?.value).toBeCloseTo(((400 - 256) / 2) * 0.005, 12);
    expect(figures?.lengthDifference?.value).toBeCloseTo((Math.hypot(1, 2) - Math.hypot(0.8, 1.6)) / 2, 12);
  });

  it('are not given where one lacks it', () => {
    const report = compareReaders(readers, new Map([['1.dcm', scale]]));
    expect(report.unit).toBe('px');
    expect(report.pairs[0]?.structures[0]?.figures.areaDifference?.value).toBe(72);
  });
});
