import type { Box } from './sector.ts';

/** Where a picture's centimetres come from. */
export interface Calibration {
  readonly source: 'dicom-region';
  /** Centimetres a pixel of the picture as opened, across and down. */
  readonly cmPerPixelX: number;
  readonly cmPerPixelY: number;
  /** The part of the picture it holds for, in pixels of the picture as opened. */
  readonly region: Box;
}
