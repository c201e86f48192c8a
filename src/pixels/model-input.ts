/** How a model wants its picture; the part of a model card's `input` that concerns geometry. */
export interface InputGeometry {
  readonly width: number;
  readonly height: number;
  /** `sector`: the sector's bounding box, everything outside the outline set to 0. `whole`: the picture as it is. */
  readonly region: 'sector' | 'whole';
  /** `letterbox` keeps the aspect ratio and pads with 0, centred; `stretch` fills. */
  readonly fit: 'letterbox' | 'stretch';
}

/** Where the picture went: input pixel = picture pixel × scale + offset, for each axis. */
export interface Placement {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** A picture as a model takes it, before normalising. */
export interface ModelInput {
  /** Grey 0–255, length `width × height`, row-major. */
  readonly grey: Uint8Array;
  readonly placement: Placement;
}
