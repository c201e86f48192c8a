import type { Body } from './body.ts';
import type { Kidney } from './kidney.ts';
import type { RegionId } from './region.ts';
import type { Vector } from './vector.ts';

/** The layers under the skin, cm; they follow the probe's face. */
export interface AbdominalWall {
  readonly skinCm: number;
  readonly fatCm: number;
  readonly muscleCm: number;
  /** Number of muscle layers, parted by fascia. */
  readonly muscles: number;
  /** Thickness of the bright line of a fascia, cm (half width). */
  readonly fasciaCm: number;
  /** Amplitude of a fascia's echo met squarely, relative to liver speckle. */
  readonly fasciaEcho: number;
  /** How unevenly the wall passes sound from beam to beam, dB (standard deviation of its broad part). */
  readonly unevenDb: number;
  /** Rise of the muscles' fibres along x, cm a cm: 0 in the flank; limbs are pennate. */
  readonly pennation: number;
  /** Offset into the noise that bends the layers. */
  readonly grain: number;
}

/** A rib: a rod in the wall, square to the body's long axis but for a slant. */
export interface Rib {
  readonly xCm: number;
  readonly depthCm: number;
  readonly radiusCm: number;
  /** Shift of x per cm towards the front. */
  readonly slant: number;
}

/** The diaphragm: the part of an ellipsoid that lies towards the head; lung is beyond. */
export interface Diaphragm {
  readonly centre: Vector;
  readonly halfAxesCm: readonly [number, number, number];
  /** Amplitude of its echo met squarely, relative to liver speckle. */
  readonly echo: number;
}

/**
 * Quiet breathing: the kidney goes 11 mm towards the feet (Davies, Br J Radiol 1994;67:1096; not checked against the
 * paper).
 */
export interface Breathing {
  readonly amplitudeCm: number;
  readonly periodSeconds: number;
}

/** Everything that a beam can meet. */
export interface Scene {
  readonly wall: AbdominalWall;
  readonly ribs: readonly Rib[];
  /** Tendons between the layers of the wall; breathing does not move them. */
  readonly inWall: readonly Body[];
  readonly kidney: Kidney | null;
  /** Before the kidney: gas. */
  readonly inFront: readonly Body[];
  /** Behind it in rank: where two overlap, the first one wins. */
  readonly organs: readonly Body[];
  readonly diaphragm: Diaphragm | null;
  /** What fills the rest. */
  readonly background: RegionId;
  readonly breathing: Breathing;
}
