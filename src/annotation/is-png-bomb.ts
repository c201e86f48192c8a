import { Unzlib } from 'fflate';
import type { Size } from './paint-shape.ts';

/** Small pieces, so that a bomb is noticed before it fills the memory. */
const pieceBytes = 16_384;

/** Most bytes that a pixel can have: four channels of 16 bits. */
const bytesPerPixel = 8;

/**
 * Whether the packed pixels of a PNG unpack to more than its head allows.
 * @throws an error of the unpacker where they are damaged
 */
export function isPngBomb(bytes: Uint8Array, { width, height }: Size): boolean {
  // Each row has a byte for its filter; interlaced pictures have up to twice the rows.
  const most = width * height * bytesPerPixel + 2 * height + pieceBytes;
  let length = 0;
  const unpack = new Unzlib((piece) => {
    length += piece.length;
  });
  for (const packed of pixelChunks(bytes)) {
    for (let at = 0; at < packed.length && length <= most; at += pieceBytes) {
      unpack.push(packed.subarray(at, at + pieceBytes));
    }
  }
  return length > most;
}

/** The IDAT chunks, behind the signature of 8 bytes: length, name, data, checksum. */
function pixelChunks(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x4944_4154) chunks.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}
