const magic = [0x44, 0x49, 0x43, 0x4d]; // "DICM"

/** As many of the first bytes of a file as `isDicom` looks at. */
export const sniffedBytes = 132;

/** Whether a file starts as DICOM does (PS3.10, section 7.1): the mark behind the preamble, or a plausible data set. */
export function isDicom(start: Uint8Array): boolean {
  return hasPreamble(start) || startsAsDataSet(start);
}

/** Whether the 128 bytes of preamble and the mark are there. */
export function hasPreamble(start: Uint8Array): boolean {
  return magic.every((byte, i) => start[128 + i] === byte);
}

/** Old files begin at once with group 0002 or 0008, little-endian, whose first element is short. */
function startsAsDataSet(start: Uint8Array): boolean {
  if (start.length < 8) return false;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const group = view.getUint16(0, true);
  if ((group !== 0x0002 && group !== 0x0008) || view.getUint16(2, true) > 0x0070) return false;
  return hasExplicitVr(start) || view.getUint32(4, true) <= 0x100;
}

/** Whether two capital letters, the value representation, follow the first tag. */
export function hasExplicitVr(start: Uint8Array): boolean {
  return [start[4], start[5]].every((byte) => byte !== undefined && byte >= 0x41 && byte <= 0x5a);
}
