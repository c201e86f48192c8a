import type { Box } from './sector.ts';

/**
 * Where a picture's centimetres come from: the DICOM file's region, two taps on the machine's ruler, the depth that
 * a person read off the machine, the depth ticks found beside the sector, or the simulator, which knows.
 */
export type CalibrationSource = 'dicom-region' | 'ruler' | 'depth' | 'ticks' | 'simulation';

/** How long a centimetre is in a picture. */
export interface Calibration {
  readonly source: CalibrationSource;
  /** Centimetres a pixel of the picture as opened, across and down. */
  readonly cmPerPixelX: number;
  readonly cmPerPixelY: number;
  /** The part of the picture it holds for, in pixels of the picture as opened. */
  readonly region: Box;
  /** Standard uncertainty of the scale as a share of it; absent where the source alone says it. */
  readonly uncertainty?: number;
}
