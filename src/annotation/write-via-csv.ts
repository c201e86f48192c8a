import type { AnnotatedPicture, Annotations, Attributes, Region } from './annotation.ts';
import { viaCsvHeader } from './read-via-csv.ts';
import { toViaAttributes, toViaSize } from './via-pictures.ts';
import { toViaShape } from './via-shape.ts';

const newline = '\n';

/** A VIA 2 CSV file as VIA writes it, a picture without regions included. */
export function writeViaCsv({ pictures, labelKey }: Annotations): string {
  const rows = pictures.flatMap((picture) => rowsOf(picture, labelKey));
  return [viaCsvHeader, ...rows, ''].join(newline);
}

function rowsOf(picture: AnnotatedPicture, labelKey: string): string[] {
  const { fileName, regions, attributes } = picture;
  const head = [toCell(fileName), toViaSize(picture), toJsonCell(attributes), regions.length].join(',');
  if (regions.length === 0) return [`${head},0,${toJsonCell({})},${toJsonCell({})}`];
  return regions.map((region, index) => `${head},${index},${regionCells(region, labelKey)}`);
}

function regionCells(region: Region, labelKey: string): string {
  return `${toJsonCell(toViaShape(region.shape))},${toJsonCell(toViaAttributes(region, labelKey))}`;
}

function toJsonCell(attributes: Attributes): string {
  return quote(JSON.stringify(attributes));
}

/** VIA quotes no file name; one that would break the row is quoted, and its line breaks become spaces. */
function toCell(text: string): string {
  return /^\s*"|[,\r\n]/.test(text) ? quote(text.replaceAll(/[\r\n]+/g, ' ')) : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
