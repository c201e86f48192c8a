import type { Origin } from '../history/examination.ts';
import type { Calibration } from '../pixels/calibration.ts';

/** A recorded moving picture, opened: each frame is read when it is asked for. */
export interface Clip {
  /** The file's name, or an empty string; empty for DICOM, whose names may tell who was scanned. */
  readonly name: string;
  readonly origin: Origin;
  readonly width: number;
  readonly height: number;
  /** When each frame is shown, milliseconds after the first; ascending. */
  readonly timesMs: readonly number[];
  /** How long a centimetre is in this frame, or null where nothing trustworthy says so. */
  readonly calibrationOf: (index: number) => Calibration | null;
  /** Whether text outside the sector may name a patient: it is blanked before anything is kept. */
  readonly isIdentifying: boolean;
  /** One frame's picture, given away. @throws Failure */
  readonly read: (index: number) => Promise<ImageBitmap>;
  /** Ends the decoder; nothing can be read after. */
  readonly close: () => void;
}
