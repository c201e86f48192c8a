import { decode, encode } from 'fast-png';
import { isPngBomb } from './is-png-bomb.ts';
import { mostPixels } from './limits.ts';
import type { Size } from './paint-shape.ts';

/** One value a pixel, row-major, `width × height`. */
export interface ValueImage extends Size {
  readonly values: Uint8Array<ArrayBuffer>;
}

/** Whether bytes start as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

/** The grey values or palette numbers of a PNG of at most 8 bits; null for one of colours, too large or damaged. */
export function readPngValues(bytes: Uint8Array): ValueImage | null {
  if (!isPng(bytes) || bytes.length < 33) return null;
  // The head (IHDR) says the size before memory is taken.
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const width = head.getUint32(16);
  const height = head.getUint32(20);
  if (width === 0 || height === 0 || width * height > mostPixels) return null;
  try {
    if (isPngBomb(bytes, { width, height })) return null;
    const png = decode(bytes);
    const values = png.depth > 8 ? null : singleValues(png.data, png);
    return values === null ? null : { width, height, values };
  } catch {
    return null;
  }
}

/** A grey PNG of 8 bits. */
export function writePngValues({ width, height, values }: ValueImage): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encode({ width, height, data: values, channels: 1, depth: 8 }));
}

interface Layout extends Size {
  readonly channels: number;
  readonly depth: number;
}

function singleValues(data: ArrayLike<number>, layout: Layout): Uint8Array<ArrayBuffer> | null {
  const { width, height, channels, depth } = layout;
  if (data.length < height * Math.ceil((width * channels * depth) / 8)) return null;
  if (depth < 8) return unpack(data, layout);
  const values = new Uint8Array(width * height);
  const colours = channels > 2 ? 3 : 1;
  for (let at = 0; at < values.length; at++) {
    const value = data[at * channels] ?? 0;
    for (let colour = 1; colour < colours; colour++) if (data[at * channels + colour] !== value) return null;
    values[at] = value;
  }
  return values;
}

/** Several pixels a byte, from the high end; each row starts a new byte. */
function unpack(data: ArrayLike<number>, { width, height, depth }: Layout): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  for (let at = 0; at < values.length; at++) {
    const bit = (at % width) * depth;
    const byte = data[Math.floor(at / width) * rowBytes + (bit >> 3)] ?? 0;
    values[at] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }
  return values;
}
