import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { Failure } from '../failure.ts';

/** The files inside an archive, each read only when it is asked for. */
export interface ArchiveFiles {
  readonly names: ReadonlySet<string>;
  /**
   * Reads one file of at most `limit` bytes.
   * @throws Failure `archive-damaged` when it is missing, larger, cut off, or its check sum does not hold
   */
  read(name: string, limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

// 100,000 examinations. The library needs about 6 kB for each file, and a larger claim could fill the memory.
const mostFiles = 300_000;

/** Loads the zip library, which the first page does without; this build has no worker and no WebAssembly. */
export async function loadZip() {
  const { BlobReader, TextReader, Uint8ArrayReader, ZipReader, ZipWriter } = await import(
    '@zip.js/zip.js/lib/zip-core-custom.js'
  );
  return { BlobReader, TextReader, Uint8ArrayReader, ZipReader, ZipWriter };
}

/**
 * Opens an archive of any size: only its directory is read here.
 * @throws Failure `archive-damaged` when it is no zip, was cut off, or cannot be read from the disk
 */
export async function openArchive(archive: Blob): Promise<ArchiveFiles> {
  const { BlobReader, ZipReader } = await loadZip();
  // A name is only ever compared with the names that the app expects: one that points elsewhere is not looked at.
  const reader = new ZipReader(new BlobReader(archive), { filenameValidation: 'tolerant' });
  const files = await damagedUnless(() => listFiles(reader.getEntriesGenerator()));
  return {
    names: new Set(files.keys()),
    read: (name, limit) => damagedUnless(() => readFile(files.get(name), limit)),
  };
}

async function listFiles(entries: AsyncIterable<Entry>): Promise<ReadonlyMap<string, FileEntry>> {
  const files = new Map<string, FileEntry>();
  for await (const entry of entries) {
    if (!entry.directory) files.set(entry.filename, entry);
    if (files.size > mostFiles) throw new Error('too many files');
  }
  return files;
}

async function readFile(file: FileEntry | undefined, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (file === undefined) throw new Error('missing');
  if (file.uncompressedSize > limit) throw new Error('too large');
  const bytes = new Uint8Array(file.uncompressedSize);
  let length = 0;
  const writable = new WritableStream<Uint8Array>({
    write(chunk) {
      // Throws a RangeError when more comes than the directory says, which ends the unpacking of a zip bomb.
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  await file.getData(writable, { checkCrc32: true, useWebWorkers: false });
  return bytes;
}

/** Whatever the library, the decompressor or the disk throws means that the archive cannot be read. */
async function damagedUnless<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw new Failure('archive-damaged', String(thrown));
  }
}
