import type { BurnedIn } from './find-burned-in.ts';
import { type Cross, certainSymmetry } from './find-crosses.ts';
import type { SharpDetail } from './find-sharp-detail.ts';
import type { GreyImage } from './grey-image.ts';
import type { Box } from './sector.ts';

/** Strokes at most this far apart belong to one word, pixels. */
const cell = 4;
/** Fewer pixels are a dot. */
const leastLetter = 8;
/** Dots reach so far from the line that they make, pixels, and nothing is drawn beside them as far as this. */
const dotRadius = 4;
const clearBeside = 7;
/** Second difference on a dot. */
const dotStrength = 20;
const dotOverUsual = 1.5;
/** No scanner draws more ends of lines. */
const mostMeasured = 12;
/** A word is wider than the digit beside a caliper by so much: width over height, and pixels. */
const wordShape = { aspect: 1.4, width: 14 };

/** All that was drawn. */
interface Marks {
  /** 1 on strokes; changed. */
  readonly strokes: Uint8Array;
  readonly crosses: readonly Cross[];
  readonly detail: SharpDetail;
}

/** Tells crosses, dotted lines and words apart among the strokes, and rims them by a pixel. */
export function sortMarks(image: GreyImage, { strokes, crosses, detail }: Marks): BurnedIn {
  const others = strokes.slice();
  for (const cross of crosses) clearBox(others, image, boxOf(cross, 2));
  for (const ends of pairsOf(crosses)) clearLine(others, image, ends);
  const texts = wordsOf(others, image);
  const calipers = crosses.filter((cross) => !texts.some((text) => isLetterOf(text, cross)));
  for (const cross of calipers) drawArms(strokes, image, cross);
  for (const ends of pairsOf(calipers)) drawDots(strokes, detail, ends);
  return {
    calipers: calipers.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })),
    texts,
    mask: addRim(strokes, image),
  };
}

type Ends = readonly [Cross, Cross];

/** Every two of the best crosses. */
function pairsOf(crosses: readonly Cross[]): Ends[] {
  const best = crosses.slice(0, mostMeasured);
  return best.flatMap((from, i) => best.slice(i + 1).map((to): Ends => [from, to]));
}

function boxOf({ x, y, reach }: Cross, rim: number): Box {
  const half = reach + rim;
  return { x: x - half, y: y - half, width: 2 * half + 1, height: 2 * half + 1 };
}

function clearBox(mask: Uint8Array, { width }: GreyImage, box: Box): void {
  for (let y = box.y; y < box.y + box.height; y++)
    mask.fill(0, y * width + box.x, y * width + box.x + box.width);
}

/** Takes the dots of a line between two crosses away, if nothing but dots is there: letters are taller. */
function clearLine(mask: Uint8Array, { width, height }: GreyImage, [from, to]: Ends): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const dots = new Set<number>();
  let beside = 0;
  for (let along = from.reach + 2; along < length - to.reach - 2; along++) {
    for (let aside = -clearBeside; aside <= clearBeside; aside++) {
      const x = Math.round(from.x + along * dx - aside * dy);
      const y = Math.round(from.y + along * dy + aside * dx);
      if (x < 0 || y < 0 || x >= width || y >= height || mask[y * width + x] !== 1) continue;
      if (Math.abs(aside) <= dotRadius) dots.add(y * width + x);
      else beside += 1;
    }
  }
  if (beside <= dots.size / 4) for (const at of dots) mask[at] = 0;
}

/** What might be a cross but stands in a row with letters is one: t, x or 4. */
function isLetterOf(text: Box, cross: Cross): boolean {
  if (cross.symmetry >= certainSymmetry) return false;
  if (text.width < Math.max(wordShape.width, wordShape.aspect * text.height)) return false;
  const box = boxOf(cross, 2);
  const apartX = Math.max(text.x - box.x - box.width, box.x - text.x - text.width);
  return apartX <= cell && cross.y >= text.y - 1 && cross.y <= text.y + text.height;
}

/** Boxes round the strokes that hang together, a cell of nothing between them at most. */
function wordsOf(strokes: Uint8Array, { width, height }: GreyImage): Box[] {
  const columns = Math.ceil(width / cell) + 1;
  const cells = new Map<number, number[]>();
  for (let at = strokes.indexOf(1); at >= 0; at = strokes.indexOf(1, at + 1)) {
    const key = Math.floor(at / width / cell) * columns + Math.floor((at % width) / cell);
    const list = cells.get(key);
    if (list) list.push(at);
    else cells.set(key, [at]);
  }
  const words: Box[] = [];
  for (const first of cells.keys()) {
    const pixels = takeTogether(cells, first, columns);
    if (pixels.length >= leastLetter) words.push(boundsOf(pixels, width));
  }
  return words.filter(({ y }) => y < height);
}

/** Takes a cell and all that hang together with it out of the map. */
function takeTogether(cells: Map<number, number[]>, first: number, columns: number): number[] {
  const reached = new Set([first]);
  const pixels: number[] = [];
  for (const key of reached) {
    pixels.push(...(cells.get(key) ?? []));
    cells.delete(key);
    for (const step of [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]) {
      if (cells.has(key + step)) reached.add(key + step);
    }
  }
  return pixels;
}

function boundsOf(pixels: readonly number[], width: number): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function drawArms(strokes: Uint8Array, { width }: GreyImage, { x, y, reach, isSlanting }: Cross): void {
  for (let step = -reach - 1; step <= reach + 1; step++) {
    strokes[(y + (isSlanting ? step : 0)) * width + x + step] = 1;
    strokes[(y + step) * width + x + (isSlanting ? -step : 0)] = 1;
  }
}

/** Adds what is sharp on the line between two calipers, if half of the line is: dots, or the line itself. */
function drawDots(strokes: Uint8Array, detail: SharpDetail, [from, to]: Ends): void {
  const { strength, width, usual } = detail;
  const least = Math.max(dotStrength, dotOverUsual * usual);
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y));
  const dots: number[] = [];
  let lit = 0;
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(from.x + ((to.x - from.x) * step) / steps);
    const y = Math.round(from.y + ((to.y - from.y) * step) / steps);
    const across = [-1, 0, 1].map((aside) =>
      Math.abs(to.x - from.x) > Math.abs(to.y - from.y) ? (y + aside) * width + x : y * width + x + aside,
    );
    const sharp = across.filter((at) => (strength[at] ?? 0) >= least);
    if (sharp.length > 0) lit += 1;
    dots.push(...sharp);
  }
  if (lit >= steps / 2) for (const at of dots) strokes[at] = 1;
}

function addRim(strokes: Uint8Array, { width }: GreyImage): Uint8Array {
  const mask = new Uint8Array(strokes.length);
  for (let at = strokes.indexOf(1); at >= 0; at = strokes.indexOf(1, at + 1)) {
    for (const row of [at - width, at, at + width]) mask.fill(1, row - 1, row + 2);
  }
  return mask;
}
