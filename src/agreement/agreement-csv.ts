import { byteOrderMark, type Cell, csvLineOf } from '../csv-line.ts';
import type { Estimate } from '../evaluation/bootstrap.ts';
import {
  type Measure,
  measures,
  type PairAgreement,
  type ReaderAgreement,
} from '../evaluation/compare-readers.ts';
import { publishedDice } from '../evaluation/published-ceiling.ts';

const header = [
  'reader_a',
  'reader_b',
  'subject',
  'figure',
  'unit',
  'value',
  'low_95',
  'high_95',
  'pictures',
];

/** All figures of a comparison, one line each; differences are reader A minus reader B. */
export function agreementCsv({ readers, unit, pairs }: ReaderAgreement): string {
  const lines = pairs.flatMap((pair) => {
    const names = pair.readers.map((reader) => readers[reader] ?? '');
    return [...structureLines(pair, unit), ...gradeLines(pair)].map((line) => [...names, ...line]);
  });
  return byteOrderMark + [header, ...lines].map(csvLineOf).join('');
}

function structureLines({ structures }: PairAgreement, unit: string): Cell[][] {
  return structures.flatMap(({ structure, figures, diceOfBoth, drawnBy }) => [
    ...measures.map((measure) => lineOf([structure, measure, unitOf(measure, unit)], figures[measure])),
    lineOf([structure, 'dice_where_both_drew', ''], diceOfBoth),
    [structure, 'drawn_by_both', 'pictures', drawnBy.both, null, null, null],
    [structure, 'drawn_by_a_only', 'pictures', drawnBy.first, null, null, null],
    [structure, 'drawn_by_b_only', 'pictures', drawnBy.second, null, null, null],
    [structure, 'published_dice_open_kidney', '', publishedDice[structure], null, null, null],
  ]);
}

function gradeLines({ grades }: PairAgreement): Cell[][] {
  return grades.flatMap(({ attribute, kappa, weightedKappa, agreedShare, n }) => [
    lineOf([attribute, 'kappa', ''], kappa),
    ...(weightedKappa ? [lineOf([attribute, 'kappa_quadratic', ''], weightedKappa)] : []),
    [attribute, 'same_grade', 'share', agreedShare, null, null, n],
  ]);
}

function lineOf(
  about: readonly [subject: string, figure: string, unit: string],
  estimate: Estimate | null,
): Cell[] {
  const [low, high] = estimate?.interval ?? [null, null];
  return [...about, estimate?.value ?? null, low, high, estimate?.n ?? 0];
}

/** The figures of each picture, one line for each structure and pair of readers. */
export function picturesCsv({ readers, unit, pairs }: ReaderAgreement): string {
  const first = ['picture', 'reader_a', 'reader_b', 'structure', 'drawn_by'];
  const head = [
    ...first,
    ...measures.map((measure) => [measure, unitOf(measure, unit)].filter(Boolean).join('_')),
  ];
  const lines = pairs.flatMap((pair) => {
    const names = pair.readers.map((reader) => readers[reader] ?? '');
    return pair.pictures.flatMap(({ fileName, outlines }) =>
      outlines.map((outline): Cell[] => [
        ...[fileName, ...names, outline.structure, drawnBy[outline.drawnBy]],
        ...measures.map((measure) => outline[measure]),
      ]),
    );
  });
  return byteOrderMark + [head, ...lines].map(csvLineOf).join('');
}

const drawnBy = { both: 'both', first: 'a', second: 'b' } as const;

function unitOf(measure: Measure, unit: string): string {
  if (measure === 'dice' || measure === 'jaccard') return '';
  if (measure === 'areaShare') return 'share';
  return measure === 'areaDifference' ? `${unit}2` : unit;
}
