import {
  crc32,
  type DirectoryRow,
  directoryEnd,
  directoryEnd64,
  directoryHeader,
  extra64,
  flag,
  localHeader,
  locator64,
  method,
  see64,
  see64Short,
} from './zip-format.ts';

/** Presses bytes together: fflate's `deflateSync`. */
export type Deflate = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/** One file to be put into the archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False for pictures, which are compressed already. */
  readonly compress: boolean;
}

/**
 * Writes a ZIP archive file by file. Sizes and check sums stand before each file, so that an archive that was
 * cut off can still be read from its start, and there is no limit of 4 GB or 65,535 files.
 */
export class ZipWriter {
  readonly #rows: DirectoryRow[] = [];
  #offset = 0;

  constructor(
    private readonly deflate: Deflate,
    private readonly date: Date,
  ) {}

  /** The bytes to append to the archive for one file (at most 4 GB). */
  add(file: ZipFile): Uint8Array<ArrayBuffer>[] {
    const data = file.compress ? this.deflate(file.bytes) : file.bytes;
    const row: DirectoryRow = {
      name: file.name,
      method: file.compress ? method.deflated : method.stored,
      crc: crc32(file.bytes),
      compressedSize: data.length,
      size: file.bytes.length,
      offset: this.#offset,
    };
    const header = writeLocalHeader(row, this.date);
    this.#rows.push(row);
    this.#offset += header.length + data.length;
    return [header, data];
  }

  /** The bytes that end the archive. */
  finish(): Uint8Array<ArrayBuffer>[] {
    return writeDirectory(this.#rows, this.#offset, this.date);
  }
}

/** The directory of files that end at byte `start`, and the records behind it. */
export function writeDirectory(
  rows: readonly DirectoryRow[],
  start: number,
  date: Date,
): Uint8Array<ArrayBuffer>[] {
  const written = rows.map((row) => writeDirectoryRow(row, date));
  const size = written.reduce((sum, row) => sum + row.length, 0);
  const end = { count: rows.length, size, start };
  const large = rows.length >= see64Short || start + size >= see64;
  return [...written, ...(large ? [writeEnd64(end)] : []), writeEnd(end)];
}

function writeLocalHeader(row: DirectoryRow, date: Date): Uint8Array<ArrayBuffer> {
  const fields = new Fields().u32(localHeader.signature).u16(20);
  return writeCommon(fields, row, date).u16(0).text(row.name).done();
}

function writeDirectoryRow(row: DirectoryRow, date: Date): Uint8Array<ArrayBuffer> {
  const far = row.offset >= see64;
  const fields = new Fields()
    .u32(directoryHeader.signature)
    .u16(45)
    .u16(far ? 45 : 20);
  writeCommon(fields, row, date).u16(far ? 12 : 0);
  fields.u16(0).u16(0).u16(0).u32(0); // no comment, first disk, no attributes
  fields.u32(far ? see64 : row.offset).text(row.name);
  if (far) fields.u16(extra64).u16(8).u64(row.offset);
  return fields.done();
}

/** The fields that a file's header and its directory row share, up to the name's length. */
function writeCommon(fields: Fields, row: DirectoryRow, date: Date): Fields {
  return fields
    .u16(flag.utf8)
    .u16(row.method)
    .u16((date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1))
    .u16(((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate())
    .u32(row.crc)
    .u32(row.compressedSize)
    .u32(row.size)
    .u16(new TextEncoder().encode(row.name).length);
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly start: number;
}

function writeEnd64({ count, size, start }: End): Uint8Array<ArrayBuffer> {
  const fields = new Fields().u32(directoryEnd64.signature).u64(directoryEnd64.length - 12);
  fields.u16(45).u16(45).u32(0).u32(0).u64(count).u64(count).u64(size).u64(start);
  return fields
    .u32(locator64.signature)
    .u32(0)
    .u64(start + size)
    .u32(1)
    .done();
}

function writeEnd({ count, size, start }: End): Uint8Array<ArrayBuffer> {
  const files = Math.min(count, see64Short);
  const fields = new Fields().u32(directoryEnd.signature).u16(0).u16(0).u16(files).u16(files);
  return fields.u32(Math.min(size, see64)).u32(Math.min(start, see64)).u16(0).done();
}

/** Collects little-endian numbers and text. */
class Fields {
  readonly #bytes: number[] = [];

  u16(value: number): this {
    this.#bytes.push(value & 255, (value >>> 8) & 255);
    return this;
  }

  u32(value: number): this {
    return this.u16(value & 0xffff).u16(value >>> 16);
  }

  u64(value: number): this {
    return this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32));
  }

  text(text: string): this {
    this.#bytes.push(...new TextEncoder().encode(text));
    return this;
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}
