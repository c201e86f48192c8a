/** How the samples of a picture are to be read (PS3.3, C.7.6.3), checked. */
export interface PictureFormat {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly samples: 1 | 3;
  readonly photometric: Photometric;
  /** Whether the three samples lie in planes of their own (planar configuration 1). */
  readonly isPlanar: boolean;
  readonly bitsAllocated: 8 | 16 | 32;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly isSigned: boolean;
}

const photometrics = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_RCT',
  'YBR_ICT',
] as const;

/** The photometric interpretations that are read. */
export type Photometric = (typeof photometrics)[number];

/** Whether a photometric interpretation is read. */
export function isPhotometric(text: string): text is Photometric {
  return photometrics.some((known) => known === text);
}

/** Samples of one frame, unpacked. */
export interface Samples {
  readonly values: Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;
  readonly isPlanar: boolean;
  /** `ycc` where the three samples still are luma and chroma. */
  readonly colour: 'grey' | 'palette' | 'rgb' | 'ycc';
}

/** Opaque RGBA pixels in plain data. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
