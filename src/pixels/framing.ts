/** An edge of the sector: where the beams begin (near) and end (far), and its two sides. */
export type SectorEdge = 'left' | 'right' | 'near' | 'far';

/** A part of the kidney that the sector's edge cuts off. */
export interface Cut {
  readonly edge: SectorEdge;
  /** Share of the whole kidney that is missing, estimated by completing an ellipse (0–1). */
  readonly share: number;
}

/** How the kidney lies in the sector. */
export interface Framing {
  /** Area of the capsule over the area of the sector (0–1). */
  readonly sectorShare: number;
  /** Middle of the capsule across the sector's box: −0.5 at its left edge, 0.5 at its right. */
  readonly offCentre: number;
  /** Middle of the capsule down the sector's box: 0 at the skin, 1 at the deepest point. */
  readonly depth: number;
  /** Long axis over the axis square to it; 1 is a circle. */
  readonly elongation: number;
  /** The cuts, largest first. */
  readonly cuts: readonly Cut[];
  /** Share of the capsule's area that lies in shadow (0–1). */
  readonly shadowedShare: number;
}
