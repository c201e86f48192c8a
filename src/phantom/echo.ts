import { Region, type RegionId } from './region.ts';

/**
 * What answers at one point of the scene. One object is filled again and again: the scene is asked some twenty
 * thousand times a picture.
 */
export interface Echo {
  region: RegionId;
  /** Number of the finding from 1, 0 for none; urine of a widened collecting system is `urineFinding`. */
  finding: number;
  /** Diffuse backscatter, dB relative to liver. */
  backscatterDb: number;
  /** One way, dB/cm/MHz. */
  attenuation: number;
  /** Amplitude of a smooth interface's own echo, relative to liver speckle. */
  specular: number;
  /** Extra loss at a grazed edge, dB/cm. */
  edgeDb: number;
}

/** `Echo.finding` of urine in a widened collecting system. */
export const urineFinding = 255;

/** An echo to be filled. */
export function emptyEcho(): Echo {
  return {
    region: Region.none,
    finding: 0,
    backscatterDb: -60,
    attenuation: 0,
    specular: 0,
    edgeDb: 0,
  };
}

/** A point of the scene as a beam meets it, filled again and again. */
export interface BeamPoint {
  x: number;
  y: number;
  z: number;
  /** Unit direction of the beam. */
  dx: number;
  dy: number;
  dz: number;
  /** Distance from the probe's face (along the beam where the face is curved), cm. */
  depthCm: number;
}
