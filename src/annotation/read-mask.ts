import type { AnnotatedPicture, Region } from './annotation.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { baseNameOf, stemOf } from './file-names.ts';
import { type MaskLegend, usualLegend } from './mask-legend.ts';
import { readPngValues, type ValueImage } from './png-values.ts';
import type { Report } from './problem.ts';
import { traceMask } from './trace-mask.ts';

/** More values than this are a picture's grey levels, not structures. */
const mostValues = 64;

/**
 * Reads a mask: one region a connected part of each value but 0. Without a legend it belongs to the picture of the same
 * name without `_mask`, and values 1 … 4 are the four structures. Null where it is no mask.
 */
export function readMask(
  { name, bytes }: AnnotationFile,
  legend: MaskLegend | null,
  report: Report,
): AnnotatedPicture | null {
  const image = readPngValues(bytes);
  const values = image && valuesIn(image);
  if (image === null || values === null || values.length > mostValues) {
    report(image === null ? 'mask-damaged' : 'not-a-mask');
    return null;
  }
  const { labels, pictures } = legend ?? usualLegend;
  const unnamed = values.filter((value) => !labels.has(value));
  if (legend === null || unnamed.length > 0) report('mask-unnamed', {}, { values: values.join(', ') });
  const picture = pictures.get(baseNameOf(name)) ?? { fileName: pictureNameOf(name), fileSize: null };
  return {
    ...picture,
    size: { width: image.width, height: image.height },
    attributes: {},
    regions: values.flatMap((value) => partsOf(image, value, labels.get(value) ?? `Value ${value}`)),
  };
}

function partsOf({ width, height, values }: ValueImage, value: number, label: string): Region[] {
  const marks = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at++) if (values[at] === value) marks[at] = 1;
  return traceMask({ width, height, marks }).map((shape) => ({ shape, label, group: null, attributes: {} }));
}

function valuesIn({ values }: ValueImage): number[] {
  const seen = new Uint8Array(256);
  for (let at = 0; at < values.length; at++) seen[values[at] ?? 0] = 1;
  return [...seen.keys()].filter((value) => value > 0 && seen[value] === 1);
}

/** Which ending the picture has is not known. */
function pictureNameOf(name: string): string {
  return stemOf(name).replace(/[._ -]?(mask|label|seg)s?$/i, '') || stemOf(name);
}
