import type { GreyImage } from '../pixels/grey-image.ts';
import { liftVeil } from './lift-veil.ts';
import { type Quad, sideLengths } from './quad.ts';
import { screenAspect } from './screen-aspect.ts';
import { smoothPart } from './smooth-part.ts';
import { unwarp } from './unwarp.ts';

/** A screen as if it were looked at straight on. */
export interface RectifiedScreen {
  readonly image: GreyImage;
  /** The share of it that is burnt out to white: what lay under a lamp's mirror image is lost. */
  readonly glareShare: number;
}

/** The rectified picture is no longer than this, nor than the screen in the camera's picture: nothing is gained. */
const longestSide = 1024;
const shortestSide = 16;
/** The camera's white; a scan seldom reaches it. */
const burntOut = 250;

/**
 * Spreads the screen within the corners flat, in grey. The camera's picture is smoothed first, which takes the fine part
 * of a moiré; wide bands that beat alike in all colours stay. Then light that lies over the screen is taken off.
 */
export function rectifyScreen(image: GreyImage, corners: Quad): RectifiedScreen {
  const size = rectifiedSize(corners, image);
  const flat = unwarp(smoothPart(image, corners), corners, size);
  let burnt = 0;
  for (const grey of flat.data) if (grey >= burntOut) burnt++;
  return { image: liftVeil(flat), glareShare: burnt / flat.data.length };
}

/** The size of the rectified picture: the screen's own proportions, as many pixels as the camera saw of it. */
export function rectifiedSize(
  corners: Quad,
  picture: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const aspect = screenAspect(corners, picture);
  const [top, right, bottom, left] = sideLengths(corners);
  const seen = Math.max((top + bottom) / 2, ((left + right) / 2) * aspect);
  const width = Math.min(seen, longestSide, longestSide * aspect);
  const whole = (value: number): number => Math.max(shortestSide, Math.round(value));
  return { width: whole(width), height: whole(width / aspect) };
}
