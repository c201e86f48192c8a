import type { Modality } from '../src/dicom/object-kind.ts';
import type { Calibration } from '../src/pixels/calibration.ts';

/** What can be asked of the DICOM worker; it holds one file, and nothing that could name a person leaves it. */
export interface DicomRequests {
  /** Answers when the worker's own code is there. */
  start: { args: null; result: null };
  /** Reads a file's header; the file is held until the next. */
  open: { args: { readonly file: Blob }; result: OpenedDicom };
  /** Loads the decoder that the open file needs, if any. */
  loadCodec: { args: null; result: null };
  frame: { args: { readonly index: number }; result: DicomFrame };
  /** The files that a DICOMDIR lists, in order, folders joined by slashes. */
  listDirectory: { args: { readonly file: Blob }; result: { readonly paths: readonly string[] } };
}

/** All that the page learns of a DICOM file beside its pixels. */
export interface OpenedDicom {
  readonly width: number;
  readonly height: number;
  readonly modality: Modality;
  /** When each frame is shown, milliseconds after the first, ascending. */
  readonly timesMs: readonly number[];
  /** For each frame; null where nothing trustworthy says how long a centimetre is. */
  readonly calibrations: readonly (Calibration | null)[];
}

/** RGBA pixels, opaque. */
export interface DicomFrame {
  readonly pixels: ImageData;
}
