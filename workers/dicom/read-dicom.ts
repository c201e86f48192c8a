import { type DataSet, parseDicom } from 'dicom-parser';
import { Inflate } from 'fflate';
import { hasExplicitVr, hasPreamble, isDicom } from '../../src/dicom/is-dicom.ts';
import { mostBytes, mostInflatedBytes } from '../../src/dicom/limits.ts';
import {
  explicitBigEndian,
  explicitLittleEndian,
  implicitLittleEndian,
} from '../../src/dicom/transfer-syntax.ts';
import { Failure } from '../../src/failure.ts';

/** A file's header, read as far as the pixel data. */
export interface DicomFile {
  /** The whole file; inflated where it was deflated. */
  readonly bytes: Uint8Array;
  readonly data: DataSet;
  readonly syntax: string;
  readonly isBigEndian: boolean;
}

const pixelData = 'x7fe00010';

/**
 * Reads the header of a DICOM file.
 * @throws Failure `image-empty`, `not-dicom`, `dicom-too-large` or `dicom-header`
 */
export async function readDicom(file: Blob): Promise<DicomFile> {
  if (file.size === 0) throw new Failure('image-empty');
  if (file.size > mostBytes)
    throw new Failure('dicom-too-large', '', { size: `${Math.round(file.size / 1e6)} MB` });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isDicom(bytes)) throw new Failure('not-dicom');
  const data = parse(bytes, file.size);
  const syntax = (data.string('x00020010') ?? guessSyntax(bytes)).trim();
  return { bytes: data.byteArray, data, syntax, isBigEndian: syntax === explicitBigEndian };
}

function parse(bytes: Uint8Array, have: number): DataSet {
  try {
    return parseDicom(withPreamble(bytes), {
      untilTag: pixelData,
      inflater,
      ...(startsAtGroup8(bytes) && { TransferSyntaxUID: guessSyntax(bytes) }),
    });
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    // The library throws texts and wrapped errors; a stack overflow of sequences in sequences ends here too.
    throw new Failure('dicom-header', String(thrown), { have });
  }
}

/** A file that starts at once with group 0002 is whole but for its preamble. */
function withPreamble(bytes: Uint8Array): Uint8Array {
  if (hasPreamble(bytes) || startsAtGroup8(bytes)) return bytes;
  const whole = new Uint8Array(132 + bytes.length);
  whole.set([0x44, 0x49, 0x43, 0x4d], 128);
  whole.set(bytes, 132);
  return whole;
}

function startsAtGroup8(bytes: Uint8Array): boolean {
  return !hasPreamble(bytes) && bytes[0] === 8;
}

function guessSyntax(bytes: Uint8Array): string {
  return hasExplicitVr(bytes) ? explicitLittleEndian : implicitLittleEndian;
}

/** Small pieces, so that a bomb is noticed before it fills the memory. */
const pieceBytes = 16_384;

function inflater(bytes: Uint8Array, position: number): Uint8Array {
  const pieces: Uint8Array[] = [bytes.subarray(0, position)];
  let length = position;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > mostInflatedBytes) throw new Failure('dicom-too-large', '', { size: 'unpacked' });
    pieces.push(piece);
  });
  for (let at = position; at < bytes.length; at += pieceBytes) {
    inflate.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
