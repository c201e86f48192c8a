/** How the pixels of a file are packed. */
export type Packing = 'native' | 'rle' | 'jpeg' | 'jpeg-ls' | 'jpeg-2000';

const syntaxes: Readonly<Record<string, Packing>> = {
  '1.2.840.10008.1.2': 'native',
  '1.2.840.10008.1.2.1': 'native',
  '1.2.840.10008.1.2.1.99': 'native',
  '1.2.840.10008.1.2.2': 'native',
  '1.2.840.10008.1.2.5': 'rle',
  '1.2.840.10008.1.2.4.50': 'jpeg',
  '1.2.840.10008.1.2.4.51': 'jpeg',
  '1.2.840.10008.1.2.4.57': 'jpeg',
  '1.2.840.10008.1.2.4.70': 'jpeg',
  '1.2.840.10008.1.2.4.80': 'jpeg-ls',
  '1.2.840.10008.1.2.4.81': 'jpeg-ls',
  '1.2.840.10008.1.2.4.90': 'jpeg-2000',
  '1.2.840.10008.1.2.4.91': 'jpeg-2000',
  '1.2.840.10008.1.2.4.201': 'jpeg-2000',
  '1.2.840.10008.1.2.4.202': 'jpeg-2000',
  '1.2.840.10008.1.2.4.203': 'jpeg-2000',
};

/** MPEG-2, MPEG-4 AVC and HEVC, whole or in fragments (PS3.5, sections 8.2.5 to 8.2.8). */
const video = /^1\.2\.840\.10008\.1\.2\.4\.10\d(\.1)?$/;

/** Explicit VR little-endian: what group 0002 is always written in. */
export const explicitLittleEndian = '1.2.840.10008.1.2.1';
export const implicitLittleEndian = '1.2.840.10008.1.2';
export const explicitBigEndian = '1.2.840.10008.1.2.2';
export const deflated = '1.2.840.10008.1.2.1.99';

/** How a transfer syntax packs its pixels, `video` for a film, null for one that is not read. */
export function packingOf(syntax: string): Packing | 'video' | null {
  if (video.test(syntax)) return 'video';
  return syntaxes[syntax] ?? null;
}
