import { Failure } from '../../failure.ts';

/** Bytes that are read piece by piece, so that an archive larger than the memory can be opened. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` up to `end`; fewer where the source ends before. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads from a file that the user picked. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(start, end) {
      try {
        return new Uint8Array(await blob.slice(start, end).arrayBuffer());
      } catch (thrown) {
        // The stick was pulled out, or the file changed while it was read.
        throw new Failure('archive-damaged', String(thrown));
      }
    },
  };
}

/** Reads numbers out of bytes. */
export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
