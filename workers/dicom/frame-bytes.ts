import { groupFragments, listFragments, type Stretch } from '../../src/dicom/group-fragments.ts';
import type { PictureFormat } from '../../src/dicom/picture-format.ts';
import type { Packing } from '../../src/dicom/transfer-syntax.ts';
import { nativeFrameBytes } from '../../src/dicom/unpack-native.ts';
import { Failure } from '../../src/failure.ts';
import type { DicomFile } from './read-dicom.ts';

/** Where the frames of a file lie, and the format that fits their lengths. */
export interface FramePlaces {
  readonly format: PictureFormat;
  readonly frames: readonly (readonly Stretch[])[];
}

/**
 * Finds the bytes of every frame.
 * @throws Failure `dicom-cut-short` or `dicom-damaged`
 */
export function placeFrames(file: DicomFile, format: PictureFormat, packing: Packing): FramePlaces {
  return packing === 'native' ? placeNative(file, format) : placeFragments(file, format);
}

function placeNative(file: DicomFile, said: PictureFormat): FramePlaces {
  const { from, length, isUndefined } = pixelData(file);
  if (isUndefined) throw new Failure('dicom-damaged', 'fragments in an uncompressed file');
  const format = withFullChroma(said, length);
  const each = nativeFrameBytes(format);
  const whole = from + Math.max(length, each * format.frames);
  if (from + each * format.frames > file.bytes.length)
    throw new Failure('dicom-cut-short', '', { have: file.bytes.length, whole });
  const frames = Array.from({ length: format.frames }, (_, i) => [
    { from: from + i * each, to: from + (i + 1) * each },
  ]);
  return { format, frames };
}

/** Some files say halved chroma and hold it whole: their length tells. */
function withFullChroma(format: PictureFormat, length: number): PictureFormat {
  if (format.photometric !== 'YBR_FULL_422') return format;
  const full: PictureFormat = { ...format, photometric: 'YBR_FULL' };
  const isFull = length >= nativeFrameBytes(full) * format.frames;
  return isFull ? full : format;
}

function placeFragments(file: DicomFile, format: PictureFormat): FramePlaces {
  const { bytes } = file;
  const { from, isUndefined } = pixelData(file);
  if (!isUndefined) throw new Failure('dicom-damaged', 'no fragments in a compressed file');
  const { end, ...fragments } = listFragments(bytes, from);
  if (end > bytes.length) throw new Failure('dicom-cut-short', '', { have: bytes.length, whole: end });
  const frames = groupFragments(fragments, format.frames, ({ from: at }) => startsPicture(bytes, at));
  if (frames === null) throw new Failure('dicom-damaged', 'fewer fragments than frames');
  return { format, frames };
}

/** SOI of a JPEG, SOC of JPEG 2000. */
function startsPicture(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && (bytes[at + 1] === 0xd8 || bytes[at + 1] === 0x4f);
}

function pixelData({ data }: DicomFile) {
  const { dataOffset = 0, length = 0, hadUndefinedLength = false } = data.elements.x7fe00010 ?? {};
  return { from: dataOffset, length, isUndefined: hadUndefinedLength };
}
