import type { PictureFormat, Samples } from './picture-format.ts';

/** Bytes of one frame as it lies uncompressed in a file. */
export function nativeFrameBytes(format: PictureFormat): number {
  const { width, height, samples, photometric, bitsAllocated } = format;
  const perPixel = photometric === 'YBR_FULL_422' ? 2 : samples;
  return (width * height * perPixel * bitsAllocated) / 8;
}

/**
 * Reads the samples of one uncompressed frame.
 * @param bytes exactly one frame
 * @param isBigEndian whether words of more than a byte are
 */
export function unpackNative(bytes: Uint8Array, format: PictureFormat, isBigEndian: boolean): Samples {
  const { photometric, isPlanar } = format;
  const words = readWords(bytes, format, isBigEndian);
  const values = maskBits(words, format);
  const colour = colourOf(format);
  if (photometric === 'YBR_FULL_422') return { values: doubleChroma(values), isPlanar: false, colour };
  return { values, isPlanar: isPlanar && format.samples === 3, colour };
}

/** What the samples are before any conversion. */
export function colourOf({ samples, photometric }: PictureFormat): Samples['colour'] {
  if (samples === 1) return photometric === 'PALETTE COLOR' ? 'palette' : 'grey';
  return photometric.startsWith('YBR') ? 'ycc' : 'rgb';
}

type Words = Uint8Array | Uint16Array | Uint32Array;

function readWords(bytes: Uint8Array, { bitsAllocated }: PictureFormat, isBigEndian: boolean): Words {
  if (bitsAllocated === 8) return bytes;
  const size = bitsAllocated / 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / size);
  if (size === 2) return Uint16Array.from({ length: count }, (_, i) => view.getUint16(2 * i, !isBigEndian));
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(4 * i, !isBigEndian));
}

/** Leaves only the stored bits, and gives them their sign (PS3.5, 8.1.1). */
export function maskBits(words: Words, format: PictureFormat): Samples['values'] {
  const { bitsAllocated, bitsStored, highBit, isSigned } = format;
  const isWhole = bitsStored === bitsAllocated && highBit === bitsAllocated - 1;
  if (isWhole && !isSigned) return words;
  const up = 31 - highBit;
  const down = 32 - bitsStored;
  // A shift left puts the high bit at bit 31; the shift right brings the sign down or zeros.
  if (isSigned) return Int32Array.from(words, (word) => (word << up) >> down);
  const mask = (word: number): number => (word << up) >>> down;
  return words instanceof Uint8Array ? Uint8Array.from(words, mask) : Uint32Array.from(words, mask);
}

/** Y₁ Y₂ Cb Cr for each pair of pixels (PS3.3, C.7.6.3.1.2); chroma sits on the first of the two. */
function doubleChroma(values: Samples['values']): Uint8Array {
  const pairs = Math.floor(values.length / 4);
  const full = new Uint8Array(pairs * 6);
  for (let pair = 0; pair < pairs; pair++) {
    const [first = 0, second = 0, blue = 0, red = 0] = values.subarray(4 * pair, 4 * pair + 4);
    full.set([first, blue, red, second, blue, red], 6 * pair);
  }
  return full;
}
