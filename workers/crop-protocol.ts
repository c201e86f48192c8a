import type { CropAxis, ErasedMarks } from '../src/findings/crop-reading.ts';
import type { CropGeometry } from '../src/findings/prepare-crop.ts';
import type { ModelInput } from '../src/pixels/model-input.ts';
import type { Point, Sector } from '../src/pixels/sector.ts';
import type { Picture } from './protocol.ts';

/** What can be asked of the crop worker. */
export interface CropRequests {
  /** Takes burned-in marks out of a picture and cuts out what models want. The picture is transferred. */
  prepare: { args: CropArgs; result: PreparedCrop };
}

/** One picture, what is known of it, and what is wanted; points in pixels of the analysed picture. */
export interface CropArgs {
  readonly picture: Picture;
  readonly sector: Sector;
  /** The kidney's outline, in which marks are looked for as its poles; null where there is none. */
  readonly capsule: readonly (readonly Point[])[] | null;
  /** Null to take calipers that the scanner burned in, when two stand on the poles. */
  readonly axis: CropAxis | null;
  /** How each model wants its input. */
  readonly inputs: readonly CropGeometry[];
}

/** A picture as models take it. */
export interface PreparedCrop {
  /** The axis that the crop was cut round; null where none was given or found, and then there are no inputs. */
  readonly axis: CropAxis | null;
  /** The two calipers that the scanner burned in at the poles, whether or not they were used. */
  readonly burnedIn: CropAxis | null;
  readonly erased: ErasedMarks;
  /** In the order of the geometries asked for. */
  readonly inputs: readonly ModelInput[];
  /** Milliseconds in the worker. */
  readonly tookMs: number;
}
