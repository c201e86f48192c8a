/** One Palette Color Lookup Table as it stands in the file (PS3.3, C.7.9). */
export interface PaletteTable {
  /** Number of entries (0 stands for 65,536), first stored value mapped, bits of an entry. */
  readonly descriptor: readonly [entries: number, first: number, bits: number];
  /** 16-bit words of the table, or of its segments. */
  readonly words: Uint16Array;
  readonly isSegmented: boolean;
}

/** A table ready to look up: 8-bit values, the first for the stored value `first`. */
export interface Palette {
  readonly first: number;
  readonly values: Uint8Array;
}

/**
 * Makes a table ready.
 * @throws RangeError when it has no entry or its segments make no sense
 */
export function preparePalette({ descriptor, words, isSegmented }: PaletteTable): Palette {
  const [said, first, bits] = descriptor;
  const entries = said === 0 ? 65_536 : said;
  const plain = isSegmented ? joinSegments(words, entries) : unpackWords(words, entries, bits);
  if (plain.length === 0) throw new RangeError('an empty palette');
  // A table of 16-bit words may hold 8-bit values all the same.
  const shift = plain.some((value) => value > 255) ? 8 : 0;
  return { first, values: Uint8Array.from(plain.subarray(0, entries), (value) => value >> shift) };
}

/** Entries of 8 bits may lie two in a word, the first in the low byte. */
function unpackWords(words: Uint16Array, entries: number, bits: number): Uint16Array {
  if (bits > 8 || words.length >= entries) return words;
  return Uint16Array.from({ length: words.length * 2 }, (_, i) =>
    i % 2 === 0 ? (words[i >> 1] ?? 0) & 0xff : (words[i >> 1] ?? 0) >> 8,
  );
}

const discrete = 0;
const linear = 1;
const indirect = 2;

/** Joins discrete, linear and indirect segments (PS3.3, C.7.9.2), an indirect one only of the first two kinds. */
function joinSegments(words: Uint16Array, entries: number): Uint16Array {
  const values: number[] = [];
  readSegments({ words, at: 0, left: Number.POSITIVE_INFINITY, values, entries });
  return Uint16Array.from(values);
}

interface SegmentReader {
  readonly words: Uint16Array;
  readonly at: number;
  /** How many segments to read. */
  readonly left: number;
  readonly values: number[];
  readonly entries: number;
  readonly isIndirect?: boolean;
}

function readSegments(reader: SegmentReader): void {
  const { words, values, entries } = reader;
  let { at, left } = reader;
  for (; left > 0 && at + 1 < words.length && values.length < entries; left--) {
    const [kind, length] = [words[at] ?? 0, words[at + 1] ?? 0];
    if (kind === discrete) {
      values.push(...words.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    } else if (kind === linear) {
      rampTo(values, words[at + 2] ?? 0, length);
      at += 3;
    } else if (kind === indirect && !reader.isIndirect) {
      const offset = ((words[at + 2] ?? 0) | ((words[at + 3] ?? 0) << 16)) >>> 0;
      readSegments({ ...reader, at: offset >> 1, left: length, isIndirect: true });
      at += 4;
    } else throw new RangeError(`palette segment of kind ${kind}`);
  }
}

function rampTo(values: number[], end: number, length: number): void {
  const from = values.at(-1) ?? 0;
  for (let i = 1; i <= length; i++) values.push(Math.round(from + ((end - from) * i) / length));
}
