/** Masks of 1 and 0 as DICOM packs them (PS3.5 8.1.1): bit after bit from the low end, frames without a gap between them. */
export function packBits(masks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bits = masks.reduce((sum, mask) => sum + mask.length, 0);
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  let at = 0;
  for (const mask of masks) {
    for (const mark of mask) {
      if (mark === 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
      at++;
    }
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
