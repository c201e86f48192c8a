import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import { type Homography, mapPoint, squareToQuad } from './homography.ts';
import { type Quad, sideLengths } from './quad.ts';
import { sampleGrey } from './sample-grey.ts';

/** A bezel is no wider than this, share of the picture that it frames: below, where the maker's name is, and elsewhere. */
const widest = { below: 0.3, elsewhere: 0.2 };
/** Places along a side at which the way inwards is followed; the ends would meet the bezel of the next side. */
const lanes = 27;
/** Pixels between two looks on the way inwards. */
const stride = 0.5;
/** The first pixels are the blurred edge itself. */
const blurred = 1.5;
/** Differences below this are noise of the median. */
const leastStep = 1.6;

/**
 * Takes the outer edge of a bezel to the panel within, or null where the quadrilateral is not a bezel's. Beside a dark
 * bezel black glows so faintly that no pixel shows an edge; but the bezel is even, so that the median over a whole
 * side tells where it ends. All four sides must show that.
 */
export function stepInside(image: GreyImage, corners: Quad): Quad | null {
  const toPicture = squareToQuad(corners);
  const [top, right, bottom, left] = sideLengths(corners);
  const [across, down] = [(top + bottom) / 2, (left + right) / 2];
  const { below, elsewhere } = widest;
  const ways = [
    { placeAt: (t: number, d: number) => ({ x: t, y: d }), length: down, most: elsewhere },
    { placeAt: (t: number, d: number) => ({ x: 1 - d, y: t }), length: across, most: elsewhere },
    { placeAt: (t: number, d: number) => ({ x: t, y: 1 - d }), length: down, most: below },
    { placeAt: (t: number, d: number) => ({ x: d, y: t }), length: across, most: elsewhere },
  ];
  const [up, after, under, before] = ways.map((way) => measureBezel(image, toPicture, way));
  if (!up || !after || !under || !before || !isOneBezel([up, after, under, before])) return null;
  const place = (x: number, y: number): Point => mapPoint(toPicture, { x, y });
  return [
    place(before.width, up.width),
    place(1 - after.width, up.width),
    place(1 - after.width, 1 - under.width),
    place(before.width, 1 - under.width),
  ];
}

/** A bezel is of one colour all around, but for its shades; bars and panels of a display are not. */
function isOneBezel(sides: readonly Bezel[]): boolean {
  const greys = sides.map(({ grey }) => grey);
  const [least, most] = [Math.min(...greys), Math.max(...greys)];
  return most - least < 6 + 0.3 * least;
}

interface Bezel {
  /** Share of the way from this side to the other. */
  readonly width: number;
  readonly grey: number;
}

interface Way {
  /** The place, in the unit square, so far along the side and in from it. */
  readonly placeAt: (along: number, depth: number) => Point;
  /** From this side to the other, pixels. */
  readonly length: number;
  readonly most: number;
}

/** How far in from a side its even border ends. */
function measureBezel(image: GreyImage, toPicture: Homography, { placeAt, length, most }: Way): Bezel | null {
  const looks: Float32Array[] = [];
  const last = (most * length) / stride;
  for (let look = Math.ceil(blurred / stride); look <= last; look++) {
    const greys = new Float32Array(lanes);
    for (let lane = 0; lane < lanes; lane++) {
      const along = 0.12 + (0.76 * (lane + 0.5)) / lanes;
      greys[lane] = sampleGrey(image, mapPoint(toPicture, placeAt(along, (look * stride) / length)));
    }
    looks.push(greys.sort());
  }
  const end = endOfEven(looks);
  if (end === null) return null;
  return { width: (end * stride + blurred) / length, grey: middleOf(looks[1] ?? new Float32Array(lanes)) };
}

/** The first look that differs from the ones before it, and whose followers do too; null when the first is uneven. */
function endOfEven(looks: readonly Float32Array[]): number | null {
  const first = looks[1];
  if (first === undefined || spreadOf(first) > 0.12 * (middleOf(first) + 14)) return null;
  let [sum, count] = [0, 0];
  for (const [i, look] of looks.entries()) {
    const base = count === 0 ? middleOf(look) : sum / count;
    const [next, after] = [looks[i + 1], looks[i + 2]];
    if (count >= 2 && next && after && [look, next, after].every((greys) => isOther(greys, base))) return i;
    sum += middleOf(look);
    count++;
  }
  return null;
}

function isOther(greys: Float32Array, base: number): boolean {
  if (Math.abs(middleOf(greys) - base) > Math.max(leastStep, 0.07 * base)) return true;
  // Words and buttons leave the median where it was, and a third of the side different.
  const limit = Math.max(5, 0.2 * base);
  return greys.filter((grey) => Math.abs(grey - base) > limit).length > 0.34 * lanes;
}

function middleOf(greys: Float32Array): number {
  return greys[lanes >> 1] ?? 0;
}

/** Half the distance between the quarters of a sorted list. */
function spreadOf(greys: Float32Array): number {
  return ((greys[Math.floor(0.75 * lanes)] ?? 0) - (greys[Math.floor(0.25 * lanes)] ?? 0)) / 2;
}
