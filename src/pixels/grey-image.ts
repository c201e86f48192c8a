/** An 8-bit luminance picture: row-major, origin at the top left, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** Length `width × height`. */
  readonly data: Uint8Array;
}
