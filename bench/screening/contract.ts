import type { CropReading } from '../../src/findings/crop-reading.ts';
import type { Poles } from '../../src/pixels/fit-kidney-crop.ts';

/** A picture file and where its kidney lies. */
export interface AskedPicture {
  readonly name: string;
  readonly base64: string;
  /** In pixels of the file; null where the whole square picture is the crop. */
  readonly poles: Poles | null;
  /** A crop without a sector of its own. */
  readonly isCrop: boolean;
}

/** What the app says of it, or why it refuses. */
export type Answer =
  | { readonly refused: null; readonly reading: CropReading }
  | { readonly refused: string; readonly reading: null };

/** Milliseconds from a file's bytes to its reading, as the page waits for them. */
export interface PipelineTime {
  readonly total: number;
  readonly decode: number;
  /** Quality, meters and outline, in the inference worker. */
  readonly analyse: number;
  /** The long axis of the outline. */
  readonly axis: number;
  /** The crop, and findings and function of it. */
  readonly screen: number;
  /** The part of `screen` that the workers spent. */
  readonly inWorkers: number;
  readonly backend: string;
}

/** What page.ts puts on its window. */
export interface ScreeningPage {
  readonly read: (picture: AskedPicture) => Promise<Answer>;
  /** Null where no kidney was outlined. */
  readonly time: (name: string, base64: string) => Promise<PipelineTime | null>;
}
