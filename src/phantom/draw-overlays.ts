import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import { type Random, seededRandom } from './random.ts';
import type { Rendering } from './render-phantom.ts';

/** What a machine writes over its picture. */
export interface OverlayWish {
  readonly seed: number;
  /** Ticks each centimetre beside the sector, longer ones each five. */
  readonly ruler?: boolean;
  /** The bar of greys from white to black. */
  readonly greyBar?: boolean;
  /** Rows of signs that look like text: no model may learn from words. */
  readonly textRows?: number;
  /** Whether the rows stand inside the sector. */
  readonly textInside?: boolean;
  /** Two marks with a dotted line, picture pixels. */
  readonly calipers?: readonly [Point, Point];
}

const ink = 225;

/** A copy of the picture with overlays; its truth stays what it was. */
export function drawOverlays({ image, grid }: Rendering, wish: OverlayWish): GreyImage {
  const copy: GreyImage = { ...image, data: image.data.slice() };
  const random = seededRandom(wish.seed);
  if (wish.ruler === true) drawRuler(copy, grid.layout);
  if (wish.greyBar === true) drawGreyBar(copy);
  for (let row = 0; row < (wish.textRows ?? 0); row += 1)
    drawRow(copy, random, [row, wish.textInside === true]);
  if (wish.calipers !== undefined) drawCalipers(copy, wish.calipers);
  return copy;
}

function dot({ width, height, data }: GreyImage, x: number, y: number): void {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column >= 0 && row >= 0 && column < width && row < height) data[row * width + column] = ink;
}

function drawRuler(image: GreyImage, { cmPerPixel, faceRow }: Rendering['grid']['layout']): void {
  for (let cm = 0; faceRow + cm / cmPerPixel < image.height; cm += 1) {
    const length = cm % 5 === 0 ? 0.025 : 0.012;
    for (let x = 1; x < image.width * length + 1; x += 1)
      dot(image, image.width - 1 - x, faceRow + cm / cmPerPixel);
  }
}

function drawGreyBar({ width, height, data }: GreyImage): void {
  const [top, bottom] = [Math.round(0.06 * height), Math.round(0.3 * height)];
  const left = Math.round(0.02 * width);
  for (let y = top; y < bottom; y += 1) {
    const grey = 255 * (1 - (y - top) / (bottom - top));
    for (let x = left; x < left + Math.max(2, 0.018 * width); x += 1) data[y * width + x] = grey;
  }
}

/** One row of words; each sign is three by five dots of a made-up alphabet. */
function drawRow(image: GreyImage, random: Random, [row, inside]: readonly [number, boolean]): void {
  const dotSide = Math.max(1, Math.round(image.height / 300));
  const left = inside ? random.between(0.3, 0.6) * image.width : random.between(0.06, 0.1) * image.width;
  const top = inside ? random.between(0.3, 0.85) * image.height : (0.02 + 0.035 * row) * image.height;
  const signs = Math.floor(random.between(3, 14));
  for (let sign = 0; sign < signs; sign += 1) {
    if (random.chance(0.15)) continue;
    const shape = Math.floor(random.unit() * 32_768);
    const from = { x: left + sign * 4 * dotSide, y: top };
    for (let bit = 0; bit < 15; bit += 1) {
      if ((shape >> bit) & 1)
        square(
          image,
          { x: from.x + (bit % 3) * dotSide, y: from.y + Math.floor(bit / 3) * dotSide },
          dotSide,
        );
    }
  }
}

function square(image: GreyImage, { x, y }: Point, side: number): void {
  for (let i = 0; i < side * side; i += 1) dot(image, x + (i % side), y + Math.floor(i / side));
}

function drawCalipers(image: GreyImage, [from, to]: readonly [Point, Point]): void {
  const arm = Math.max(2, Math.round(image.width / 90));
  for (const { x, y } of [from, to]) {
    for (let i = -arm; i <= arm; i += 1) {
      dot(image, x + i, y);
      dot(image, x, y + i);
    }
  }
  const steps = Math.hypot(to.x - from.x, to.y - from.y) / 3;
  for (let i = 0; i <= steps; i += 1) {
    dot(image, from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps);
  }
}
