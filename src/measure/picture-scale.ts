import type { Calibration } from '../pixels/calibration.ts';
import type { Point } from '../pixels/sector.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How long a pixel of the analysed picture is. */
export interface PictureScale {
  readonly unit: 'cm' | 'px';
  /** Across and down. */
  readonly x: number;
  readonly y: number;
  /** Standard uncertainty of both, as a share. */
  readonly uncertainty: number;
}

/**
 * Standard uncertainty of a machine's own centimetres, as a share: makers promise ± 2 % and 1 % of the full scale on a
 * test phantom (SonoSite Edge user guide, table of 2D accuracy), which is taken as ± 3 % in 95 of 100 cases. The
 * speed of sound in a body, of which makers say that it can be off by 5 % (z.one ultra operator manual), is the same
 * in all pictures of one person and in the reference ranges; it is told, not added.
 */
export const MACHINE = 0.015;

/** The scale of the analysed picture, from a calibration that speaks of the picture as opened. */
export function scaleOf(calibration: Calibration, analysed: Size, opened: Size): PictureScale {
  return {
    unit: 'cm',
    x: (calibration.cmPerPixelX * opened.width) / analysed.width,
    y: (calibration.cmPerPixelY * opened.height) / analysed.height,
    uncertainty: calibration.uncertainty ?? (calibration.source === 'simulation' ? 0 : MACHINE),
  };
}

/** Where nothing says how long a centimetre is: pixels as high as they are, and as wide as the sector's arcs show. */
export function pixelScale(pixelAspect = 1): PictureScale {
  return { unit: 'px', x: pixelAspect, y: 1, uncertainty: 0 };
}

/** A place of the picture in the unit of its scale, where a length is the same in all directions. */
export function toPlane({ x, y }: Pick<PictureScale, 'x' | 'y'>, point: Point): Point {
  return { x: point.x * x, y: point.y * y };
}

/** The other way round. */
export function toPicture({ x, y }: Pick<PictureScale, 'x' | 'y'>, point: Point): Point {
  return { x: point.x / x, y: point.y / y };
}
