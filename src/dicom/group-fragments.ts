/** A stretch of bytes in a file. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The fragments of encapsulated pixel data (PS3.5, A.4). */
export interface Fragments {
  /** Basic Offset Table, from the first byte behind it; empty when the file has none. */
  readonly offsets: readonly number[];
  readonly fragments: readonly Stretch[];
}

/** A frame may be cut into fragments, but no machine cuts a file into so many. */
const mostFragments = 1_000_000;

/**
 * Lists the items of encapsulated pixel data. `end` is past the file's last byte where the file is cut short.
 * @throws RangeError when something else than an item stands there
 */
export function listFragments(bytes: Uint8Array, start: number): Fragments & { readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: Stretch[] = [];
  let at = start;
  while (at + 8 <= bytes.length) {
    const tag = (view.getUint16(at, true) << 16) | view.getUint16(at + 2, true);
    const from = at + 8;
    if (tag === (0xfffe_e0dd | 0)) return { ...readOffsets(view, items), end: from };
    if (tag !== (0xfffe_e000 | 0)) throw new RangeError('no item in the pixel data');
    at = from + view.getUint32(at + 4, true);
    items.push({ from, to: Math.min(at, bytes.length) });
    if (items.length > mostFragments) throw new RangeError('too many fragments');
  }
  // Without the delimiter at its end the last fragment may be whole, but for certain only when it ends with the file.
  return { ...readOffsets(view, items), end: Math.max(at, bytes.length) };
}

function readOffsets(view: DataView, [table, ...fragments]: readonly Stretch[]): Fragments {
  if (table === undefined) return { offsets: [], fragments };
  const count = Math.floor((table.to - table.from) / 4);
  const offsets = Array.from({ length: count }, (_, i) => view.getUint32(table.from + 4 * i, true));
  return { offsets, fragments };
}

/**
 * Says which fragments make each frame: one each where the numbers agree, all for a single frame, else by the offset table,
 * else a frame starts wherever a fragment starts as a compressed picture does. Null when none of these gives `frames`.
 */
export function groupFragments(
  { offsets, fragments }: Fragments,
  frames: number,
  startsPicture: (fragment: Stretch) => boolean,
): readonly (readonly Stretch[])[] | null {
  if (frames === 1) return fragments.length === 0 ? null : [fragments];
  if (fragments.length === frames) return fragments.map((fragment) => [fragment]);
  const first = (fragments[0]?.from ?? 0) - 8;
  const starts = new Set(offsets.map((offset) => first + offset + 8));
  const byTable = split(fragments, ({ from }) => starts.has(from));
  if (byTable.length === frames) return byTable;
  const byStart = split(fragments, startsPicture);
  return byStart.length === frames ? byStart : null;
}

function split(fragments: readonly Stretch[], starts: (fragment: Stretch) => boolean): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const fragment of fragments) {
    if (starts(fragment) || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(fragment);
  }
  return groups;
}
