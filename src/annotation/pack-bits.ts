/** Masks of 1 and 0 as DICOM packs them (PS3.5 8.1.1): bit after bit from the low end, frames without a gap between them. */
export function packBits(masks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bits = masks.reduce((sum, mask) => sum + mask.length, 0);
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  let start = 0;
  for (const mask of masks) {
    // Most of a picture is unmarked: from mark to mark, not from pixel to pixel.
    for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
      const bit = start + at;
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    start += mask.length;
  }
  return bytes;
}

/** One frame of `pixels` bits, the first frame being 0. */
export function unpackBits(bytes: Uint8Array, frame: number, pixels: number): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const at = frame * pixels + i;
    marks[i] = ((bytes[Math.floor(at / 8)] ?? 0) >> (at % 8)) & 1;
  }
  return marks;
}
