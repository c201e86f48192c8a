import type { Annotations, Attributes } from './annotation.ts';
import { readCells } from './csv-cells.ts';
import { isRecord, parseJson } from './json.ts';
import { isFault, type Report } from './problem.ts';
import { fromViaPictures, fromViaSize, type ViaPicture } from './via-pictures.ts';
import { readViaShape } from './via-shape.ts';

const columns = [
  'filename',
  'file_size',
  'file_attributes',
  'region_count',
  'region_id',
  'region_shape_attributes',
  'region_attributes',
];

/** The header that VIA 2 writes; VIA 1 puts `#` before it. */
export const viaCsvHeader = columns.join(',');

/** Whether a text starts with the header of a VIA file, in whatever quotes. */
export function isViaCsv(text: string): boolean {
  const line = text.slice(0, 300).split(/[\r\n]/, 1)[0] ?? '';
  return line.replaceAll(/[#"\s]/g, '').startsWith('filename,file_size,file_attributes');
}

/** A picture while its rows are read. */
interface Reading {
  readonly picture: ViaPicture;
  /** The text of its attributes, which every row repeats. */
  readonly attributesText: string;
  /** How many regions its first row says it has. */
  readonly said: number;
  /** The rows that were read, so that one that is there twice is noticed. */
  readonly rows: Set<string>;
}

/** Reads a VIA CSV file: one row a region, and one row for a picture without regions. A bad row costs only itself. */
export function readViaCsv(text: string, report: Report): Annotations {
  const readings = new Map<string, Reading>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (index === 0 || line.trim() === '') continue;
    const reportRow: Report = (code, place, facts) => report(code, { row: index + 1, ...place }, facts);
    const row = readRow(line, reportRow);
    const reading = row && readPicture(row, readings, reportRow);
    if (row && reading) readRegion(row, reading, reportRow);
  }
  for (const { picture, said } of readings.values()) {
    const have = picture.regions.length;
    if (have < said) report('rows-missing', { picture: picture.fileName }, { have, said });
  }
  return fromViaPictures([...readings.values()].map(({ picture }) => picture));
}

interface Row {
  readonly line: string;
  readonly fileName: string;
  readonly size: string;
  readonly attributes: string;
  readonly regions: number;
  readonly shape: string;
  readonly regionAttributes: string;
}

function readRow(line: string, report: Report): Row | null {
  const cells = readCells(line);
  if (cells === null) {
    report('row-quotes');
    return null;
  }
  if (cells.length < columns.length) {
    report('row-columns', {}, { have: cells.length, need: columns.length });
    return null;
  }
  // VIA does not quote the file name: commas in it make more columns.
  const extra = cells.length - columns.length;
  const [size = '', attributes = '', regions = '', , shape = '', regionAttributes = ''] = cells.slice(
    extra + 1,
  );
  const fileName = cells.slice(0, extra + 1).join(',');
  if (fileName === '') {
    report('picture-unnamed');
    return null;
  }
  return { line, fileName, size, attributes, regions: Number(regions), shape, regionAttributes };
}

function readPicture(row: Row, readings: Map<string, Reading>, report: Report): Reading | null {
  const { fileName, size, attributes: text, regions } = row;
  const key = JSON.stringify([fileName, size]);
  const known = readings.get(key);
  if (known !== undefined) {
    if (known.attributesText !== text) report('picture-attributes', { picture: fileName });
    return known;
  }
  const attributes = readObject(text, 'file_attributes', report);
  if (attributes === null) return null;
  const picture: ViaPicture = { fileName, fileSize: fromViaSize(Number(size)), attributes, regions: [] };
  const reading = { picture, attributesText: text, said: regions, rows: new Set<string>() };
  readings.set(key, reading);
  return reading;
}

function readRegion(row: Row, { picture, rows }: Reading, report: Report): void {
  const json = readObject(row.shape, 'region_shape_attributes', report);
  const attributes = json && readObject(row.regionAttributes, 'region_attributes', report);
  // A picture without regions has a row with an empty shape.
  if (attributes === null || json === null || (row.regions === 0 && Object.keys(json).length === 0)) return;
  const place = { picture: picture.fileName };
  const shape = readViaShape(json);
  if (rows.has(row.line)) report('row-twice', place);
  else if (isFault(shape)) report(shape.fault, place, shape.facts);
  else picture.regions.push({ shape, attributes });
  rows.add(row.line);
}

function readObject(text: string, column: string, report: Report): Attributes | null {
  const read = parseJson(text);
  if ('json' in read && isRecord(read.json)) return read.json;
  report('row-json', {}, { column, reason: 'reason' in read ? read.reason : 'not an object' });
  return null;
}
