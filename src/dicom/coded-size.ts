/** What the head of a compressed frame says of itself, before a decoder allocates for it. */
export interface CodedFrame {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  /** The head of a JPEG has a JFIF or Adobe marker, which says what its colours are. */
  readonly saysColour: boolean;
}

/** Reads the head of a JPEG or JPEG-LS frame (ITU-T T.81, annex B; T.87, annex C); null when it has none. */
export function readJpegHead(bytes: Uint8Array): CodedFrame | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let at = 2;
  let saysColour = false;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xe0 || marker === 0xee) saysColour = true;
    if (isStartOfFrame(marker)) {
      return {
        bits: bytes[at + 4] ?? 0,
        height: big16(bytes, at + 5),
        width: big16(bytes, at + 7),
        components: bytes[at + 9] ?? 0,
        saysColour,
      };
    }
    at += 2 + Math.max(2, big16(bytes, at + 2));
  }
  return null;
}

/** SOF0 to SOF15 without the tables DHT, JPG and DAC between them, and SOF55 of JPEG-LS. */
function isStartOfFrame(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
  return (marker >= 0xc0 && marker <= 0xcf && !isTable) || marker === 0xf7;
}

const mostTiles = 4096;

/** Reads the SIZ segment of a JPEG 2000 frame (ITU-T T.800, A.5.1), raw or in a JP2 box; null when it has none. */
export function readJpeg2000Head(bytes: Uint8Array): CodedFrame | null {
  const at = findCodestream(bytes);
  if (at < 0 || at + 43 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const width = view.getUint32(8) - view.getUint32(16);
  const height = view.getUint32(12) - view.getUint32(20);
  const tiles = Math.ceil(width / view.getUint32(24)) * Math.ceil(height / view.getUint32(28));
  if (!(tiles >= 1 && tiles <= mostTiles)) return null;
  const components = view.getUint16(40);
  return { width, height, components, bits: (view.getUint8(42) & 0x7f) + 1, saysColour: true };
}

/** SOC and SIZ; a JP2 file starts with its signature box, and its boxes before the codestream are short. */
function findCodestream(bytes: Uint8Array): number {
  const isBoxed = bytes[0] === 0 && bytes[4] === 0x6a && bytes[5] === 0x50;
  const last = isBoxed ? Math.min(bytes.length - 4, 1 << 16) : 0;
  for (let at = 0; at <= last; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff && bytes[at + 3] === 0x51)
      return at;
  }
  return -1;
}

function big16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
