import type { DataSet } from 'dicom-parser';
import { mostFrames, mostPixels } from '../../src/dicom/limits.ts';
import { objectKind } from '../../src/dicom/object-kind.ts';
import { isPhotometric, type PictureFormat } from '../../src/dicom/picture-format.ts';
import { type Packing, packingOf } from '../../src/dicom/transfer-syntax.ts';
import { Failure } from '../../src/failure.ts';
import type { DicomFile } from './read-dicom.ts';

/**
 * How the pictures of a file are stored.
 * @throws Failure that names what the file holds instead, or why its pictures are not read
 */
export function readFormat({ data, syntax }: DicomFile): PictureFormat {
  if (data.elements.x7fe00010 === undefined) throw new Failure(`dicom-${whatInstead(data)}`);
  return {
    ...readSize(data),
    ...readSamples(data, syntax),
    isPlanar: data.uint16('x00280006') === 1,
    isSigned: data.uint16('x00280103') === 1,
  };
}

type SampleFormat = Pick<
  PictureFormat,
  'samples' | 'photometric' | 'bitsAllocated' | 'bitsStored' | 'highBit'
>;

function readSamples(data: DataSet, syntax: string): SampleFormat {
  const photometric = data.string('x00280004')?.trim() ?? '';
  const bitsAllocated = data.uint16('x00280100') ?? 0;
  const bitsStored = data.uint16('x00280101') ?? bitsAllocated;
  const highBit = data.uint16('x00280102') ?? bitsStored - 1;
  const areBitsPlaced = bitsStored >= 1 && highBit >= bitsStored - 1 && highBit < bitsAllocated;
  if (!isPhotometric(photometric) || !isReadWidth(bitsAllocated) || !areBitsPlaced)
    throw refusedColours(photometric, bitsAllocated);
  const samples = photometric === 'RGB' || photometric.startsWith('YBR') ? 3 : 1;
  if ((data.uint16('x00280002') ?? 1) !== samples) throw refusedColours(photometric, bitsAllocated);
  return { samples, photometric: rawPhotometric(photometric, syntax), bitsAllocated, bitsStored, highBit };
}

/**
 * How the pixels of a file are packed.
 * @throws Failure `dicom-video` or `dicom-packing`
 */
export function readPacking({ syntax }: DicomFile): Packing {
  const packing = packingOf(syntax);
  if (packing === 'video') throw new Failure('dicom-video');
  if (packing !== null) return packing;
  throw new Failure('dicom-packing', '', {
    packing: /^[\d.]{1,64}$/.test(syntax) ? syntax : 'no transfer syntax',
  });
}

function whatInstead(data: DataSet) {
  const kind = objectKind(data.string('x00080016')?.trim() ?? data.string('x00020002')?.trim() ?? '');
  return kind === 'other' ? 'no-picture' : kind;
}

function frameCount(data: DataSet): number {
  const frames = data.intString('x00280008') ?? 1;
  return frames >= 1 ? frames : 1;
}

function readSize(data: DataSet): Pick<PictureFormat, 'width' | 'height' | 'frames'> {
  const height = data.uint16('x00280010') ?? 0;
  const width = data.uint16('x00280011') ?? 0;
  const frames = frameCount(data);
  if (width === 0 || height === 0) throw new Failure('dicom-damaged', 'no size');
  if (width * height > mostPixels || frames > mostFrames)
    throw new Failure('dicom-too-large', '', { size: `${width} × ${height}, ${frames} frames` });
  return { width, height, frames };
}

function isReadWidth(bits: number): bits is PictureFormat['bitsAllocated'] {
  return bits === 8 || bits === 16 || bits === 32;
}

/** The words come from the file: only what looks like a code of the standard is repeated. */
function refusedColours(photometric: string, bits: number): Failure {
  const name = /^[A-Z0-9_ ]{1,16}$/.test(photometric) ? photometric : 'unnamed';
  return new Failure('dicom-colours', '', { colours: `${name}, ${bits} bits` });
}

/** Halved chroma exists only uncompressed and inside JPEG; elsewhere the word is a slip for YBR_FULL. */
function rawPhotometric(
  photometric: PictureFormat['photometric'],
  syntax: string,
): PictureFormat['photometric'] {
  return photometric === 'YBR_FULL_422' && packingOf(syntax) !== 'native' ? 'YBR_FULL' : photometric;
}
