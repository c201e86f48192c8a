import type { DataSet } from 'dicom-parser';
import type { GreyScale, Paint } from '../../src/dicom/paint.ts';
import { type Palette, preparePalette } from '../../src/dicom/palette.ts';
import type { PictureFormat } from '../../src/dicom/picture-format.ts';
import { readNumbers } from './read-numbers.ts';

/**
 * How the samples of a file are painted.
 * @throws RangeError when its palette is missing or makes no sense
 */
export function readPaint(data: DataSet, format: PictureFormat): Paint {
  const isPalette = format.photometric === 'PALETTE COLOR';
  return {
    format,
    grey: readGreyScale(data),
    palettes: isPalette
      ? [readPalette(data, format, 0), readPalette(data, format, 1), readPalette(data, format, 2)]
      : null,
  };
}

function readGreyScale(data: DataSet): GreyScale {
  const center = readNumbers(data, 'x00281050')[0];
  const width = readNumbers(data, 'x00281051')[0];
  return {
    slope: readNumbers(data, 'x00281053')[0] ?? 1,
    intercept: readNumbers(data, 'x00281052')[0] ?? 0,
    window: center === undefined || width === undefined || width < 1 ? null : { center, width },
  };
}

/** Channel 0 is red: the tables of the three lie one tag apart. */
function readPalette(data: DataSet, { isSigned }: PictureFormat, channel: number): Palette {
  const descriptor = `x0028110${1 + channel}`;
  const plain = `x0028120${1 + channel}`;
  const segmented = `x0028122${1 + channel}`;
  const isSegmented = data.elements[plain] === undefined;
  const first = isSigned ? data.int16(descriptor, 1) : data.uint16(descriptor, 1);
  return preparePalette({
    descriptor: [data.uint16(descriptor, 0) ?? 0, first ?? 0, data.uint16(descriptor, 2) ?? 16],
    words: readWords(data, isSegmented ? segmented : plain),
    isSegmented,
  });
}

function readWords(data: DataSet, tag: string): Uint16Array {
  const count = Math.floor((data.elements[tag]?.length ?? 0) / 2);
  return Uint16Array.from({ length: count }, (_, i) => data.uint16(tag, i) ?? 0);
}
