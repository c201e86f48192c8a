import { imageDimensionsFromData } from 'image-dimensions';

/** What the first bytes of a file say about it, before anything is decoded. */
export interface SniffedImage {
  /** MIME type by signature, or null when no signature fits. */
  readonly type: string | null;
  /** Width × height in pixels, 0 when the header does not say. */
  readonly pixels: number;
  /** The format's end marker is missing: decoders would show grey below the cut. */
  readonly isCutShort: boolean;
  /** A GIF of more than one frame. */
  readonly isAnimated: boolean;
}

const signatures: readonly (readonly [type: string, offset: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftypheic'],
];

/** Reads type, size, completeness and animation off the bytes of a file. */
export function sniffImage(bytes: Uint8Array): SniffedImage {
  const type = signatures.find(([, offset, text]) => startsWith(bytes, offset, text))?.[0] ?? null;
  const size = type === 'image/bmp' ? bmpSize(bytes) : safeDimensions(bytes);
  return {
    type,
    pixels: size === undefined ? 0 : size.width * size.height,
    isCutShort: isCutShort(bytes, type),
    isAnimated: type === 'image/gif' && countGifFrames(bytes, 2) > 1,
  };
}

function startsWith(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((character, i) => bytes[offset + i] === character.charCodeAt(0));
}

function safeDimensions(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageDimensionsFromData(bytes);
  } catch (error) {
    // A header that runs past the end of the file; the decoder will say so.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function bmpSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 26) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

function isCutShort(bytes: Uint8Array, type: string | null): boolean {
  if (type === 'image/png') return lastIndexOf(bytes, 'IEND') < 0;
  // FF DA starts the last scan, FF D9 must follow it; coded data never holds either.
  if (type === 'image/jpeg') return lastIndexOf(bytes, '\xff\xd9') <= lastIndexOf(bytes, '\xff\xda');
  if (type === 'image/webp') return 8 + little32(bytes, 4) > bytes.length;
  if (type === 'image/bmp') return little32(bytes, 2) > bytes.length;
  if (type === 'image/gif') return countGifFrames(bytes, 1) < 1;
  return false;
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  for (let i = bytes.lastIndexOf(first); i >= 0; i = i === 0 ? -1 : bytes.lastIndexOf(first, i - 1)) {
    if (startsWith(bytes, i, text)) return i;
  }
  return -1;
}

/** A length that lies beyond the end of the file is longer than any file. */
function little32(bytes: Uint8Array, offset: number): number {
  if (offset + 4 > bytes.length) return Number.POSITIVE_INFINITY;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);
}

/** Counts whole image blocks (GIF89a, section 20) up to `limit`. */
function countGifFrames(bytes: Uint8Array, limit: number): number {
  let at = 13 + colourTableSize(bytes[10]);
  let frames = 0;
  while (frames < limit && at < bytes.length) {
    const block = bytes[at];
    if (block === 0x21) at = skipSubBlocks(bytes, at + 2);
    else if (block === 0x2c) {
      at = skipSubBlocks(bytes, at + 11 + colourTableSize(bytes[at + 9]));
      if (at <= bytes.length) frames += 1;
    } else break;
  }
  return frames;
}

function colourTableSize(packed = 0): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return bytes.length + 1;
    at += 1 + length;
    if (length === 0) return at;
  }
}
