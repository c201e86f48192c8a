import type { Attributes, Json } from './annotation.ts';
import { numbersOf, textOf } from './json.ts';
import { mostPixels } from './limits.ts';
import type { Mask } from './paint-shape.ts';

/**
 * The mask of COCO's run lengths, uncompressed (`counts` is a list) or compressed (a text); null where they are damaged.
 * Runs go down the columns, of unmarked and marked pixels in turn (pycocotools, maskApi.c).
 */
export function readRunLengths(rle: Attributes): Mask | null {
  const [height = 0, width = 0] = numbersOf(rle.size) ?? [];
  const counts = readCounts(rle.counts);
  const isPicture = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (counts === null || !isPicture || width * height > mostPixels) return null;
  const marks = new Uint8Array(width * height);
  let at = 0;
  for (const [index, count] of counts.entries()) {
    if (!Number.isInteger(count) || count < 0 || at + count > marks.length) return null;
    if (index % 2 === 1) mark(marks, at, { count, width, height });
    at += count;
  }
  return at === marks.length ? { width, height, marks } : null;
}

function mark(
  marks: Uint8Array,
  from: number,
  { count, width, height }: { count: number; width: number; height: number },
): void {
  for (let at = from; at < from + count; at++) marks[(at % height) * width + Math.floor(at / height)] = 1;
}

function readCounts(counts: Json | undefined): number[] | null {
  const text = textOf(counts);
  return text === null ? numbersOf(counts) : decompress(text);
}

/** Five bits a letter, from the low end, bit 5 for "more follows"; from the third count on, differences to two before. */
function decompress(text: string): number[] | null {
  const counts: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of text) {
    const code = letter.charCodeAt(0) - 48;
    if (code < 0 || code > 63 || shift > 30) return null;
    value += (code & 31) * 2 ** shift;
    shift += 5;
    if ((code & 32) !== 0) continue;
    if ((code & 16) !== 0) value -= 2 ** shift;
    counts.push(value + (counts.length > 2 ? (counts.at(-2) ?? 0) : 0));
    value = 0;
    shift = 0;
  }
  return shift === 0 ? counts : null;
}
