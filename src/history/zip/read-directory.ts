import { type ByteSource, view } from './byte-source.ts';
import {
  type DirectoryRow,
  directoryEnd,
  directoryEnd64,
  directoryHeader,
  extra64,
  locator64,
  see64,
} from './zip-format.ts';

/** Where the directory lies, in bytes from the archive's start. */
interface Place {
  readonly start: number;
  readonly size: number;
}

// 65,535 bytes of comment may stand behind the end record.
const tailLength = locator64.length + directoryEnd.length + 0xffff;

// About two million files; a larger claim is damage.
const largestDirectory = 128 * 1024 * 1024;

/** The rows of the directory at the end of an archive; null when there is none, or it is broken. */
export async function readDirectory(source: ByteSource): Promise<readonly DirectoryRow[] | null> {
  const place = await findDirectory(source);
  if (place === null || place.size > largestDirectory || place.start + place.size > source.size) return null;
  return readRows(await source.read(place.start, place.start + place.size));
}

async function findDirectory(source: ByteSource): Promise<Place | null> {
  const tail = view(await source.read(Math.max(0, source.size - tailLength), source.size));
  const end = findEnd(tail);
  if (end === null) return null;
  const place = { size: tail.getUint32(end + 12, true), start: tail.getUint32(end + 16, true) };
  const at = end - locator64.length;
  if (at < 0 || tail.getUint32(at, true) !== locator64.signature) return place;
  return readEnd64(source, Number(tail.getBigUint64(at + 8, true)));
}

/** Where the end record starts; its comment must reach exactly to the last byte. */
function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - directoryEnd.length; at >= 0; at--) {
    const isEnd = tail.getUint32(at, true) === directoryEnd.signature;
    if (isEnd && at + directoryEnd.length + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return null;
}

async function readEnd64(source: ByteSource, at: number): Promise<Place | null> {
  if (at > source.size - directoryEnd64.length) return null;
  const end = view(await source.read(at, at + directoryEnd64.length));
  if (end.byteLength < directoryEnd64.length || end.getUint32(0, true) !== directoryEnd64.signature) {
    return null;
  }
  return { size: Number(end.getBigUint64(40, true)), start: Number(end.getBigUint64(48, true)) };
}

function readRows(bytes: Uint8Array): readonly DirectoryRow[] | null {
  const rows: DirectoryRow[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = readRow(bytes.subarray(at));
    if (found === null) return null;
    rows.push(found.row);
    at += found.length;
  }
  return rows;
}

function readRow(bytes: Uint8Array): { readonly row: DirectoryRow; readonly length: number } | null {
  const header = view(bytes);
  if (bytes.length < directoryHeader.length) return null;
  if (header.getUint32(0, true) !== directoryHeader.signature) return null;
  const nameEnd = directoryHeader.length + header.getUint16(28, true);
  const extraEnd = nameEnd + header.getUint16(30, true);
  const length = extraEnd + header.getUint16(32, true);
  if (length > bytes.length) return null;
  const sizes = [header.getUint32(24, true), header.getUint32(20, true), header.getUint32(42, true)];
  const [size = 0, compressedSize = 0, offset = 0] = readExtra64(
    view(bytes.subarray(nameEnd, extraEnd)),
    sizes,
  );
  const name = new TextDecoder().decode(bytes.subarray(directoryHeader.length, nameEnd));
  const row = { name, method: header.getUint16(10, true), crc: header.getUint32(16, true) };
  return { row: { ...row, size, compressedSize, offset }, length };
}

/** Replaces each number that did not fit by the next one of the 64-bit extra field (APPNOTE 4.5.3). */
function readExtra64(extra: DataView, numbers: readonly number[]): readonly number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== extra64) {
    at += 4 + extra.getUint16(at + 2, true);
  }
  at += 4;
  return numbers.map((number) => {
    if (number !== see64 || at + 8 > extra.byteLength) return number;
    at += 8;
    return Number(extra.getBigUint64(at - 8, true));
  });
}
