import type { Json } from './annotation.ts';
import { parseJson } from './json.ts';

/** What could be saved of a JSON text that ends too early, and the line up to which it was. */
export interface MendedJson {
  readonly json: Json;
  readonly line: number;
}

/**
 * Reads a JSON text that is cut short, or damaged from some place on, as far as its last whole picture or shape; null where
 * nothing is whole before.
 */
export function mendJson(text: string): MendedJson | null {
  const { end, closers } = findLastWhole(text);
  if (end === 0) return null;
  const whole = text.slice(0, end);
  const read = parseJson(whole + closers);
  return 'json' in read ? { json: read.json, line: whole.split('\n').length } : null;
}

/** Where the last whole thing ends, and the brackets that are still open there. */
function findLastWhole(text: string): { end: number; closers: string } {
  const open: string[] = [];
  let last = { end: 0, closers: '' };
  // Strings are passed over in one step: brackets in them mean nothing.
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}"]/gs)) {
    const closer = closers.get(token);
    if (closer !== undefined) open.push(closer);
    if (token === '"' || ((token === '}' || token === ']') && open.pop() !== token)) break;
    if (isWhole(token, open)) last = { end: index + 1, closers: [...open].reverse().join('') };
  }
  return last;
}

const closers = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/** An element of a list, or something of the file or of a picture in it; but never half of a shape. */
function isWhole(token: string, open: readonly string[]): boolean {
  if (token === '}') return open.length > 0 && (open.length <= 2 || open.at(-1) === ']');
  return token === ']' && open.length === 1;
}
