import { type CodedFrame, readJpeg2000Head, readJpegHead } from '../../src/dicom/coded-size.ts';
import type { Stretch } from '../../src/dicom/group-fragments.ts';
import type { PictureFormat, Samples } from '../../src/dicom/picture-format.ts';
import type { Packing } from '../../src/dicom/transfer-syntax.ts';
import { undoRle } from '../../src/dicom/undo-rle.ts';
import { colourOf, unpackNative } from '../../src/dicom/unpack-native.ts';
import { Failure } from '../../src/failure.ts';
import type { Codec, Decoded } from './load-codec.ts';
import type { DicomFile } from './read-dicom.ts';

/** What decoding needs beside the bytes. */
export interface Decoding {
  readonly file: DicomFile;
  readonly format: PictureFormat;
  readonly packing: Packing;
  readonly codec: Codec | null;
}

/**
 * Decodes one frame's samples.
 * @throws Failure `dicom-damaged` or `dicom-packing`, or what the codec throws
 */
export async function decodeFrame(stretches: readonly Stretch[], decoding: Decoding): Promise<Samples> {
  const { file, format, packing, codec } = decoding;
  const bytes = join(file.bytes, stretches);
  if (packing === 'native')
    return unpackNative(inOrder(bytes, stretches, decoding), format, file.isBigEndian);
  if (packing === 'rle') return decodeRle(bytes, format);
  const head = packing === 'jpeg-2000' ? readJpeg2000Head(bytes) : readJpegHead(bytes);
  refuseHead(head, { format, packing });
  if (codec === null) throw new Failure('unexpected', 'the codec was not loaded');
  const decoded = await codec(packing === 'jpeg' ? withColourMark(bytes, head, format) : bytes);
  return fromCodec(decoded, { format, packing });
}

function join(bytes: Uint8Array, stretches: readonly Stretch[]): Uint8Array {
  const [only, ...more] = stretches;
  if (only !== undefined && more.length === 0) return bytes.subarray(only.from, only.to);
  const joined = new Uint8Array(stretches.reduce((length, { from, to }) => length + to - from, 0));
  let at = 0;
  for (const { from, to } of stretches) {
    joined.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return joined;
}

/** Bytes inside big-endian words (VR OW) lie swapped in pairs, counted from the start of the pixel data (PS3.5, A.3). */
function inOrder(bytes: Uint8Array, [frame]: readonly Stretch[], { file, format }: Decoding): Uint8Array {
  const { vr, dataOffset = 0 } = file.data.elements.x7fe00010 ?? {};
  if (!file.isBigEndian || vr !== 'OW' || format.bitsAllocated !== 8) return bytes;
  const start = (frame?.from ?? 0) - dataOffset;
  return Uint8Array.from(bytes, (_, i) => file.bytes[dataOffset + ((start + i) ^ 1)] ?? 0);
}

function decodeRle(packed: Uint8Array, format: PictureFormat): Samples {
  const { width, height, samples, bitsAllocated } = format;
  const shape = { pixels: width * height, planes: samples, bytesPerSample: bitsAllocated / 8 };
  const { bytes, missing } = undoRle(packed, shape);
  if (missing > 0) throw new Failure('dicom-damaged', `${missing} bytes are missing`);
  return unpackNative(bytes, { ...format, isPlanar: true }, false);
}

type Kind = Pick<Decoding, 'format' | 'packing'>;

/** A codec allocates by what the frame says of itself, so that must be what the file says. */
function refuseHead(head: CodedFrame | null, { format, packing }: Kind): asserts head is CodedFrame {
  const { width, height, samples } = format;
  if (head === null || head.width !== width || head.height !== height || head.components !== samples)
    throw new Failure('dicom-damaged', 'the frame is not of the size that the file says');
  if (head.bits > (packing === 'jpeg' ? 8 : 16))
    throw new Failure('dicom-packing', '', { packing: `${packing}, ${head.bits} bits` });
}

/**
 * A JPEG that does not say what its colours are is taken for YCbCr by the codec; the file knows better. An Adobe marker
 * behind the first two bytes tells it: transform 0 is RGB, 1 is YCbCr.
 */
function withColourMark(bytes: Uint8Array, { components, saysColour }: CodedFrame, format: PictureFormat) {
  if (components !== 3 || saysColour) return bytes;
  const transform = format.photometric === 'RGB' ? 0 : 1;
  const adobe = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform];
  const marked = new Uint8Array(bytes.length + adobe.length);
  marked.set(bytes.subarray(0, 2));
  marked.set(adobe, 2);
  marked.set(bytes.subarray(2), 2 + adobe.length);
  return marked;
}

function fromCodec({ info, bytes, isPlanar }: Decoded, { format, packing }: Kind): Samples {
  const { width, height, samples, photometric } = format;
  const isWide = info.bitsPerSample > 8;
  const count = width * height * samples;
  if (bytes.length < count * (isWide ? 2 : 1)) throw new Failure('dicom-damaged', 'the frame ends early');
  const Narrow = info.isSigned ? Int8Array : Uint8Array;
  const Wide = info.isSigned ? Int16Array : Uint16Array;
  const values = isWide ? new Wide(bytes.buffer, 0, count) : new Narrow(bytes.buffer, 0, count);
  // libjpeg undoes YCbCr; OpenJPEG undoes RCT and ICT.
  const isRgb = samples === 3 && (packing === 'jpeg' || /^YBR_[RI]CT$/.test(photometric));
  return { values, isPlanar, colour: isRgb ? 'rgb' : colourOf(format) };
}
