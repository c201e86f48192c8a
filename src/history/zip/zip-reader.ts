import { Failure } from '../../failure.ts';
import { type ByteSource, view } from './byte-source.ts';
import { readDirectory } from './read-directory.ts';
import { crc32, type DirectoryRow, flag, localHeader, method } from './zip-format.ts';

/** Unpacks bytes into exactly `out.length` bytes: fflate's `inflateSync`. */
export type Inflate = (bytes: Uint8Array, options: { readonly out: Uint8Array }) => Uint8Array;

/** The files of an archive by their names. */
export type ZipIndex = ReadonlyMap<string, DirectoryRow>;

/**
 * Lists the files of an archive; one that was cut off is walked from its start as far as it goes.
 * @throws Failure `archive-damaged` when it is no archive at all, or cannot be read from the disk
 */
export async function readZipIndex(source: ByteSource): Promise<ZipIndex> {
  const rows = (await readDirectory(source)) ?? (await walkHeaders(source));
  if (rows.length === 0) throw new Failure('archive-damaged', 'no files found');
  return new Map(rows.map((row) => [row.name, row]));
}

/**
 * Reads one file of at most `limit` bytes.
 * @throws Failure `archive-damaged` when it is larger, cut off, or its check sum does not hold
 */
export async function readZipFile(
  source: ByteSource,
  row: DirectoryRow,
  { inflate, limit }: { readonly inflate: Inflate; readonly limit: number },
): Promise<Uint8Array<ArrayBuffer>> {
  if (row.size > limit || row.compressedSize > limit) throw new Failure('archive-damaged', 'too large');
  const data = await readData(source, row);
  const bytes = row.method === method.stored ? data : unpack(data, row, inflate);
  if (bytes.length !== row.size || crc32(bytes) !== row.crc) {
    throw new Failure('archive-damaged', 'check sum');
  }
  return bytes;
}

// Room for an extra field, which other programs write, so that header and bytes come in one read.
const likelyExtra = 64;

async function readData(source: ByteSource, row: DirectoryRow): Promise<Uint8Array<ArrayBuffer>> {
  const likelyEnd = row.offset + localHeader.length + row.name.length + likelyExtra + row.compressedSize;
  const bytes = await source.read(row.offset, likelyEnd);
  const header = view(bytes);
  if (bytes.length < localHeader.length || header.getUint32(0, true) !== localHeader.signature) {
    throw new Failure('archive-damaged', 'header');
  }
  const start = localHeader.length + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + row.compressedSize;
  // A copy: what is kept must not hold the header too.
  if (end <= bytes.length) return bytes.slice(start, end);
  return source.read(row.offset + start, row.offset + end);
}

function unpack(data: Uint8Array, row: DirectoryRow, inflate: Inflate): Uint8Array<ArrayBuffer> {
  if (row.method !== method.deflated) throw new Failure('archive-damaged', `method ${row.method}`);
  // A fixed buffer: whatever the bytes claim, no more than the checked size is ever unpacked.
  const out = new Uint8Array(row.size);
  try {
    inflate(data, { out });
  } catch (thrown) {
    throw new Failure('archive-damaged', String(thrown));
  }
  return out;
}

const longestName = 256;

async function walkHeaders(source: ByteSource): Promise<DirectoryRow[]> {
  const rows: DirectoryRow[] = [];
  let offset = 0;
  for (;;) {
    const found = readLocalHeader(
      await source.read(offset, offset + localHeader.length + longestName),
      offset,
    );
    if (found === null || found.end > source.size) return rows;
    rows.push(found.row);
    offset = found.end;
  }
}

/** One header and where its file ends; null where there is none, or where the sizes stand behind the bytes. */
function readLocalHeader(
  bytes: Uint8Array,
  offset: number,
): { readonly row: DirectoryRow; readonly end: number } | null {
  const header = view(bytes);
  if (bytes.length < localHeader.length || header.getUint32(0, true) !== localHeader.signature) return null;
  if ((header.getUint16(6, true) & flag.sizesFollow) !== 0) return null;
  const nameEnd = localHeader.length + header.getUint16(26, true);
  const row: DirectoryRow = {
    name: new TextDecoder().decode(bytes.subarray(localHeader.length, nameEnd)),
    method: header.getUint16(8, true),
    crc: header.getUint32(14, true),
    compressedSize: header.getUint32(18, true),
    size: header.getUint32(22, true),
    offset,
  };
  return { row, end: offset + nameEnd + header.getUint16(28, true) + row.compressedSize };
}
