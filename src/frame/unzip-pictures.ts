import { Failure } from '../failure.ts';
import { loadZip } from '../history/archive-files.ts';
import type { PickedFile } from './picked-file.ts';

/** Unpacked files are held until they were looked at. */
const mostBytes = 500e6;
const mostFiles = 5000;

/**
 * Unpacks a ZIP as if it were a folder; folders, hidden files and ZIPs inside it are left out.
 * @throws Failure `zip-damaged`, `zip-locked` or `zip-too-large`, the file's name as detail
 */
export async function unzipPictures(zip: File): Promise<PickedFile[]> {
  try {
    return await unzip(zip);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure('zip-damaged', zip.name);
  }
}

async function unzip(zip: File): Promise<PickedFile[]> {
  const { BlobReader, ZipReader } = await loadZip();
  const reader = new ZipReader(new BlobReader(zip), { filenameValidation: 'tolerant' });
  const found: PickedFile[] = [];
  let left = mostBytes;
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory || isHidden(entry.filename)) continue;
    if (entry.encrypted) throw new Failure('zip-locked', zip.name);
    left -= entry.uncompressedSize;
    if (left < 0 || found.length >= mostFiles) throw new Failure('zip-too-large', zip.name);
    const bytes = new Uint8Array(entry.uncompressedSize);
    await entry.getData(fillBytes(bytes), { checkCrc32: true, useWebWorkers: false });
    const name = entry.filename.split('/').at(-1) ?? '';
    found.push({ file: new File([bytes], name), path: entry.filename, isInside: true });
  }
  return found;
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** Takes exactly what the directory says: more throws a RangeError, which ends the unpacking of a bomb. */
function fillBytes(bytes: Uint8Array): WritableStream<Uint8Array> {
  let length = 0;
  return new WritableStream({
    write(chunk) {
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
}
