import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findings } from '../../../src/findings/finding.ts';
import { readTruthTable } from '../../../src/findings/read-truth-table.ts';
import { completeTruths, type Truths, truthsOfFolder } from '../../../src/findings/truths.ts';

describe('a table of truths', () => {
  test('says of each picture what is there, what is not, and what nobody knows', () => {
    const { truths, problems } = readTruthTable('filename,stone,cyst\nA/One.PNG,1,\ntwo.png,0,1\n\n');
    expect(problems).toEqual([]);
    expect([...truths]).toEqual([
      ['one.png', { stone: true, abnormal: true }],
      ['two.png', { stone: false, cyst: true, abnormal: true }],
    ]);
  });

  test('of a normal kidney has none of the findings', () => {
    const { truths } = readTruthTable('filename,abnormal\na.png,0');
    expect(truths.get('a.png')).toEqual(Object.fromEntries(findings.map((finding) => [finding, false])));
  });

  test('is read whatever a spreadsheet makes of it', () => {
    const told = readTruthTable('\uFEFF"File name"\t"Stone"\r\n"a, ""b"".png"\t1\r\n');
    expect([...told.truths.keys()]).toEqual(['a, "b".png']);
    expect(readTruthTable('image;mass\na.png;0').truths.get('a.png')).toEqual({ mass: false });
  });

  test.each([
    ['name,stone\na.png,1', 'no-filename', 1],
    ['filename,colour\na.png,1', 'no-findings', 1],
    ['filename,stone,colour\na.png,1,red', 'column-unknown', 1],
    ['filename,stone\n"a.png,1', 'row-quotes', 2],
    ['filename,stone\n,1', 'row-unnamed', 2],
    ['filename,stone\na.png,1\nb.png,yes', 'row-value', 3],
    ['filename,abnormal,stone\na.png,0,1', 'row-contradiction', 2],
    ['filename,stone\na.png,1\nx/A.png,0', 'row-twice', 3],
  ])('tells what is wrong with %j', (text, code, row) => {
    const { problems, truths } = readTruthTable(text);
    expect(problems.map((one) => [one.code, one.row])).toEqual([[code, row]]);
    // A bad row is left out, the first of two stays, and a column too many costs nothing.
    expect(truths.get('a.png')?.stone === true).toBe(
      ['column-unknown', 'row-value', 'row-twice'].includes(code),
    );
  });

  test('never throws, and says of no picture what contradicts itself', () => {
    const cell = fc.constantFrom(
      'filename',
      'stone',
      'abnormal',
      'a.png',
      '1',
      '0',
      '',
      '"',
      ',',
      ';',
      '\n',
      '\t',
      '2',
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        for (const truths of readTruthTable(cells.join('')).truths.values()) {
          expect(completeTruths(truths)).toEqual(truths);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a folder', () => {
  test.each<[string, Truths | null]>([
    [
      'set/Normal/a.png',
      {
        abnormal: false,
        stone: false,
        cyst: false,
        hyperechogenicity: false,
        mass: false,
        hydronephrosis: false,
      },
    ],
    ['Kidney_stones/a.png', { stone: true, abnormal: true }],
    ['stone/series 1/a.png', { stone: true, abnormal: true }],
    ['abnormal/a.png', { abnormal: true }],
    ['space-occupying lesion/a.png', { mass: true, abnormal: true }],
    ['pictures/stone.png', null],
  ])('%s', (path, truths) => {
    expect(truthsOfFolder(path)).toEqual(truths);
  });
});
