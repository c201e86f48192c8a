/*
 * Numbers of the ZIP format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * Fixed header lengths, in bytes, leave out the name, extra field and comment that may follow.
 */

/** A file's own header, before its bytes (APPNOTE 4.3.7). */
export const localHeader = { signature: 0x04034b50, length: 30 } as const;

/** A file's row in the directory at the end of the archive (4.3.12). */
export const directoryHeader = { signature: 0x02014b50, length: 46 } as const;

/** The last thing in an archive: where the directory lies (4.3.16). */
export const directoryEnd = { signature: 0x06054b50, length: 22 } as const;

/** The same for archives above 4 GB or 65,535 files (4.3.14). */
export const directoryEnd64 = { signature: 0x06064b50, length: 56 } as const;

/** Where the one above lies; stands right before `directoryEnd` (4.3.15). */
export const locator64 = { signature: 0x07064b50, length: 20 } as const;

/** Marks a 32-bit field whose number lies in a 64-bit field elsewhere (4.4.1.4). */
export const see64 = 0xffffffff;

/** The same for 16-bit fields. */
export const see64Short = 0xffff;

/** The extra field that carries the 64-bit numbers of a directory row (4.5.3). */
export const extra64 = 0x0001;

/** How a file's bytes are written (4.4.5). */
export const method = { stored: 0, deflated: 8 } as const;

/** Flags (4.4.4): sizes stand only behind the bytes; the name is UTF-8. */
export const flag = { sizesFollow: 1 << 3, utf8: 1 << 11 } as const;

/** What the directory says about one written file. */
export interface DirectoryRow {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the file's own header starts, in bytes from the start of the archive. */
  readonly offset: number;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check sum of a file's bytes (4.4.7), an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
