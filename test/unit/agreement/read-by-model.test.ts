import { expect, it } from 'vitest';
import { agreementCsv, picturesCsv } from '../../../src/agreement/agreement-csv.ts';
import { readByModel } from '../../../src/agreement/read-by-model.ts';
import { compareReaders } from '../../../src/evaluation/compare-readers.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

const square = (from: number, to: number) => [
  { x: from, y: from },
  { x: to, y: from },
  { x: to, y: to },
  { x: from, y: to },
];

function analysed() {
  const analysis = makeAnalysis(['optimal']);
  if (analysis.outcome.kind !== 'assessed') throw new Error('assessed');
  const outlines = [
    { structure: 'medulla' as const, contours: [square(10, 40), square(20, 30)], probability: 1 },
  ];
  const anatomy = { outlines, framing: {} as never };
  return { ...analysis, width: 100, height: 50, outcome: { ...analysis.outcome, anatomy } };
}

it('the model’s outlines are given in pixels of the whole picture, holes as holes', () => {
  const read = readByModel(analysed(), { name: 'a.png', bitmap: { width: 200, height: 150 } });
  expect(read.size).toEqual({ width: 200, height: 150 });
  expect(read.regions).toHaveLength(1);
  expect(read.regions[0]).toMatchObject({
    label: 'Medulla',
    shape: {
      kind: 'polygon',
      outer: [
        { x: 20, y: 30 },
        { x: 80, y: 30 },
        { x: 80, y: 120 },
        { x: 20, y: 120 },
      ],
    },
  });
  expect(read.regions[0]?.shape.kind === 'polygon' && read.regions[0].shape.holes).toHaveLength(1);
});

it('a picture that the model declines has no outlines and no grades', () => {
  const outcome = { kind: 'declined', refusal: 'no-sector', sector: null } as const;
  const read = readByModel(
    { ...makeAnalysis(['optimal']), outcome },
    { name: 'a.png', bitmap: { width: 9, height: 9 } },
  );
  expect(read).toMatchObject({ regions: [], attributes: {} });
});

it('tables name both readers in each line, and no name becomes a formula', () => {
  const annotations = {
    pictures: [readByModel(analysed(), { name: 'a.png', bitmap: { width: 200, height: 150 } })],
    labelKey: 'Anatomy',
  };
  const readers = ['=1+1', 'B'].map((name) => ({ name, annotations }));
  const agreement = compareReaders(readers, new Map());
  const lines = agreementCsv(agreement).split('\r\n');
  expect(lines[0]).toBe('\uFEFFreader_a,reader_b,subject,figure,unit,value,low_95,high_95,pictures');
  expect(lines[1]).toBe("'=1+1,B,medulla,dice,,1,,,1");
  expect(lines).toContain("'=1+1,B,medulla,areaDifference,px2,0,,,1");
  expect(lines).toContain("'=1+1,B,Optimal,same_grade,share,1,,,1");
  expect(picturesCsv(agreement).split('\r\n')[1]).toBe("a.png,'=1+1,B,medulla,both,1,1,0,0,0,0,0");
});
