import type { GreyImage } from '../pixels/grey-image.ts';
import { mapPoint, squareToQuad } from './homography.ts';
import type { Quad } from './quad.ts';
import { nearestGrey } from './sample-grey.ts';

/** What is shown inside. */
export interface PanelLook {
  /** Grey below which half of the inside lies, and above which 1.5 % does. */
  readonly middle: number;
  readonly bright: number;
  /** The share of places at which the grey changes within a few pixels: speckle and words do, walls and panes do not. */
  readonly busy: number;
}

const columns = 40;
const rows = 30;
/** The sides themselves are left out. */
const margin = 0.03;
/** A change of grey, levels, that is more than noise. */
const change = 6;

/** Reads what a quadrilateral shows. */
export function lookAtPanel(image: GreyImage, corners: Quad): PanelLook {
  const toPicture = squareToQuad(corners);
  const greys = new Float32Array(columns * rows);
  let changes = 0;
  for (let i = 0; i < greys.length; i++) {
    const across = ((i % columns) + 0.5) / columns;
    const down = (Math.floor(i / columns) + 0.5) / rows;
    const inside = (share: number): number => margin + (1 - 2 * margin) * share;
    const { x, y } = mapPoint(toPicture, { x: inside(across), y: inside(down) });
    greys[i] = nearestGrey(image, { x, y });
    const level = nearestGrey(image, { x: x + 1.5, y }) - nearestGrey(image, { x: x - 1.5, y });
    const upright = nearestGrey(image, { x, y: y + 1.5 }) - nearestGrey(image, { x, y: y - 1.5 });
    if (Math.abs(level) + Math.abs(upright) > change) changes++;
  }
  greys.sort();
  const rank = (share: number): number => greys[Math.floor(share * (greys.length - 1))] ?? 0;
  return { middle: rank(0.5), bright: rank(0.985), busy: changes / greys.length };
}
