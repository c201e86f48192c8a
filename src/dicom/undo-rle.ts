/**
 * Unpacks one RLE frame (PS3.5, annex G) into native little-endian samples, plane after plane. Segments hold one byte of
 * each sample, the high byte first. What is missing stays 0 and is counted.
 * @throws RangeError when the segments are not those of such a frame
 */
export function undoRle(
  packed: Uint8Array,
  { pixels, planes, bytesPerSample }: { pixels: number; planes: number; bytesPerSample: number },
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly missing: number } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint32(0, true);
  if (count !== planes * bytesPerSample) throw new RangeError(`${count} RLE segments`);
  // Two bytes give at most 128: memory is taken only for a picture that can be there.
  if (packed.length * 64 < pixels * planes * bytesPerSample) throw new RangeError('too few RLE bytes');
  const bytes = new Uint8Array(pixels * planes * bytesPerSample);
  let missing = 0;
  for (let segment = 0; segment < count; segment++) {
    const from = view.getUint32(4 + 4 * segment, true);
    const to = segment + 1 < count ? view.getUint32(8 + 4 * segment, true) : packed.length;
    const plane = Math.floor(segment / bytesPerSample);
    const byte = bytesPerSample - 1 - (segment % bytesPerSample);
    const start = plane * pixels * bytesPerSample + byte;
    const place = { start, step: bytesPerSample, count: pixels };
    missing += pixels - unpack(packed.subarray(from, to), bytes, place);
  }
  return { bytes, missing };
}

interface Place {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** PackBits; gives how many bytes came. */
function unpack(packed: Uint8Array, into: Uint8Array, { start, step, count }: Place): number {
  let at = 0;
  let done = 0;
  while (at < packed.length && done < count) {
    const head = packed[at++] ?? 0;
    if (head === 128) continue;
    const isRun = head > 128;
    const length = Math.min(isRun ? 257 - head : Math.min(head + 1, packed.length - at), count - done);
    const next = isRun ? 0 : 1;
    for (let i = 0; i < length; i++) into[start + (done + i) * step] = packed[at + i * next] ?? 0;
    at += isRun ? 1 : length;
    done += length;
  }
  return done;
}
