/** One dark wedge of beams, in fractions of the sector's width from its left edge (0) to its right (1). */
export interface ShadowBand {
  readonly from: number;
  readonly to: number;
  /** Where the shadow starts along the beam: 0 at the skin, 1 at the deepest point. */
  readonly startsAt?: number;
}

/** What the pixels inside the sector say about the machine's settings, without any model. */
export interface Meters {
  /** Mean grey level, per cent of full scale (0–100). */
  readonly brightness: number;
  /** Share of sector pixels in each of 32 equal grey bins, dark to bright; sums to 1. */
  readonly histogram: readonly number[];
  /** Share of sector pixels at or above grey 250 (0–1). */
  readonly saturatedShare: number;
  /** Share of sector pixels at or below grey 4 (0–1): signal lost below the display's floor. */
  readonly lostShare: number;
  /** Mean grey level, per cent, in 24 equal depth steps from skin to far field; null where no pixel lies. */
  readonly depthCurve: readonly (number | null)[];
  /** Far-field (deepest third) mean minus near-field (shallowest third) mean, percentage points. */
  readonly farMinusNear: number;
  /** Share of the sector's area in shadow (0–1). */
  readonly shadowShare: number;
  /** Where the shadows run. */
  readonly shadows: readonly ShadowBand[];
  /**
   * Root-mean-square spatial frequency of the texture, in cycles across the sector's shorter side; larger is
   * sharper. See docs/decisions/0006-sharpness.md.
   */
  readonly sharpness: number;
}
