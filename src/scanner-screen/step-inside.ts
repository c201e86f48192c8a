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
  const above = bezelWidth((t, d) => ({ x: t, y: d }), {
    image,
    toPicture,
    length: down,
    most: widest.elsewhere,
  });
  const below = bezelWidth((t, d) => ({ x: t, y: 1 - d }), {
    image,
    toPicture,
    length: down,
    most: widest.below,
  });
  const before = bezelWidth((t, d) => ({ x: d, y: t }), {
    image,
    toPicture,
    length: across,
    most: widest.elsewhere,
  });
  const after = bezelWidth((t, d) => ({ x: 1 - d, y: t }), {
    image,
    toPicture,
    length: across,
    most: widest.elsewhere,
  });
  if (above === null || below === null || before === null || after === null) return null;
  const place = (x: number, y: number): Point => mapPoint(toPicture, { x, y });
  return [
    place(before, above),
    place(1 - after, above),
    place(1 - after, 1 - below),
    place(before, 1 - below),
  ];
}

interface Way {
  readonly image: GreyImage;
  readonly toPicture: Homography;
  /** Of the way from this side to the other, pixels. */
  readonly length: number;
  readonly most: number;
}

/** How far in from a side its even border ends, share of the way to the other side. */
function bezelWidth(placeAt: (along: number, depth: number) => Point, way: Way): number | null {
  const looks: Float32Array[] = [];
  const last = (way.most * way.length) / stride;
  for (let look = Math.ceil(blurred / stride); look <= last; look++) {
    const depth = (look * stride) / way.length;
    const greys = new Float32Array(lanes);
    for (let lane = 0; lane < lanes; lane++) {
      const along = 0.12 + (0.76 * (lane + 0.5)) / lanes;
      greys[lane] = sampleGrey(way.image, mapPoint(way.toPicture, placeAt(along, depth)));
    }
    looks.push(greys.sort());
  }
  const end = endOfEven(looks);
  return end === null ? null : ((end + blurred / stride) * stride) / way.length;
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
