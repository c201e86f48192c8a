import { readCells, type Separator } from '../annotation/csv-cells.ts';
import { nameKey } from '../evaluation/match-pictures.ts';
import type { Facts } from '../failure.ts';
import { type Finding, findings } from './finding.ts';
import { completeTruths, type Truths } from './truths.ts';

/** What is wrong with a table of truths. */
export type TruthProblemCode =
  | 'no-filename'
  | 'no-findings'
  | 'column-unknown'
  | 'row-quotes'
  | 'row-unnamed'
  | 'row-value'
  | 'row-contradiction'
  | 'row-twice';

/** One thing that is wrong, and in which row, the header being row 1; the row is left out. */
export interface TruthProblem {
  readonly code: TruthProblemCode;
  readonly row: number;
  readonly facts: Facts;
}

/** What is true of pictures, by `nameKey`. */
export interface TruthTable {
  readonly truths: ReadonlyMap<string, Truths>;
  readonly problems: readonly TruthProblem[];
}

/** Where the columns stand. */
interface Header {
  readonly separator: Separator;
  readonly fileName: number;
  readonly columns: readonly (readonly [finding: Finding, column: number])[];
}

type Report = (code: TruthProblemCode, row: number, facts?: Facts) => null;

/**
 * Reads a table with a column `filename` and a column for each finding that somebody knows, 1 for there, 0 for not, empty
 * for unknown; cells parted by commas, semicolons or tabs. A row with a problem is left out.
 */
export function readTruthTable(text: string): TruthTable {
  const problems: TruthProblem[] = [];
  const report: Report = (code, row, facts = {}) => {
    problems.push({ code, row, facts });
    return null;
  };
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = readHeader(first, report);
  const truths = new Map<string, Truths>();
  for (const [index, line] of lines.entries()) {
    const row = index + 2;
    const read =
      header && line.trim() !== '' ? readRow(line, header, (code, facts) => report(code, row, facts)) : null;
    if (read === null) continue;
    if (truths.has(read.key)) report('row-twice', row, { name: read.key });
    else truths.set(read.key, read.truths);
  }
  return { truths, problems };
}

function readHeader(line: string, report: Report): Header | null {
  const separator = (['\t', ';'] as const).find((one) => line.includes(one)) ?? ',';
  const names = (readCells(line, separator) ?? []).map((name) => name.trim().toLowerCase());
  const fileName = names.findIndex((name) => /^(file|picture|image)[ _-]?(name)?$/.test(name));
  if (fileName < 0) return report('no-filename', 1);
  const columns = findings.flatMap((finding) => {
    const column = names.indexOf(finding);
    return column < 0 ? [] : [[finding, column] as const];
  });
  if (columns.length === 0) return report('no-findings', 1);
  for (const [column, name] of names.entries()) {
    const isKnown = column === fileName || columns.some(([, known]) => known === column);
    if (!isKnown && name !== '') report('column-unknown', 1, { name });
  }
  return { separator, fileName, columns };
}

function readRow(
  line: string,
  { separator, fileName, columns }: Header,
  report: (code: TruthProblemCode, facts?: Facts) => null,
): { readonly key: string; readonly truths: Truths } | null {
  const cells = readCells(line, separator);
  if (cells === null) return report('row-quotes');
  const key = nameKey({ fileName: (cells[fileName] ?? '').trim() });
  if (key === '') return report('row-unnamed');
  const said: Partial<Record<Finding, boolean>> = {};
  for (const [finding, column] of columns) {
    const value = (cells[column] ?? '').trim();
    if (value === '') continue;
    if (value !== '0' && value !== '1') return report('row-value', { value, name: finding });
    said[finding] = value === '1';
  }
  const truths = completeTruths(said);
  return truths === null ? report('row-contradiction') : { key, truths };
}
