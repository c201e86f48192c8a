import { strFromU8, strToU8 } from 'fflate';

/** The UTF-8 bytes of a text. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return strToU8(text);
}

/** The text of a file: UTF-8 with or without its mark, or Latin-1, which older spreadsheets write. */
export function toText(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  const text = strFromU8(bytes);
  // What is no UTF-8 is read as U+FFFD, which can also stand in the file itself.
  const isUtf8 = !text.includes('\uFFFD') || isSame(strToU8(text), withoutMark(bytes));
  return { text: isUtf8 ? text : strFromU8(bytes, true), isUtf8 };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
