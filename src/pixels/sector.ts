/** A point in picture pixels: x to the right, y downwards; pixel centres lie at half-integers. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in picture pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The insonated part of a picture: the fan of a curved or phased probe, the trapezoid of a steered linear
 * probe, or the rectangle of a linear probe or of a crop.
 */
export interface Sector {
  readonly shape: 'fan' | 'trapezoid' | 'rectangle';
  /** Closed polygon, clockwise from its top left corner, in pixels of the picture it was found in. */
  readonly outline: readonly Point[];
  /** The outline's bounding box. */
  readonly bounds: Box;
  /** Where the beams meet; null for parallel beams (rectangle). Lies above the skin line. */
  readonly apex: Point | null;
  /**
   * Width of a pixel over its height, as the fan's arcs show it: pictures are often saved stretched. Absent where
   * no arc tells; 1 is then the best guess.
   */
  readonly pixelAspect?: number;
}
