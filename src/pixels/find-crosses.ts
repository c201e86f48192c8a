import type { GreyImage } from './grey-image.ts';

/** A cross of thin bright arms; whole pixels. */
export interface Cross {
  readonly x: number;
  readonly y: number;
  /** Rows or columns that each arm crosses. */
  readonly reach: number;
  /** × rather than +. */
  readonly isSlanting: boolean;
  /** Grey by which the faintest arm stands out from both its sides, summed along it. */
  readonly score: number;
  /** Correlation with its mirror images and with itself turned by 90°, the least of them. */
  readonly symmetry: number;
}

/** So much of each arm is looked at, pixels; shorter ones do too. */
const armLength = 6;
/** Arms are followed so far to tell how long they are. */
const longestArm = 12;
/** From the middle of an arm to its dark rim or to the echoes beside it, pixels: arms are one to three wide. */
const aside = 2;
/** An arm stands out from both its sides by more than the least of this, grey; what is over the most does not count. */
const ridge = { least: 8, most: 48 };
/** So much of the faintest arm makes a cross; the dots of a line between two crosses have less. */
const leastScore = 56;
/** Least symmetry of a cross; few letters have it. */
const leastSymmetry = 0.33;
/** No letter of the real pictures has so much, and no echo; needed where it is not sharp enough to be surely drawn. */
export const certainSymmetry = 0.5;

/** Steps along the arms. */
const upright = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
const slanting = [
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;

/** Where crosses are sought. */
export interface CrossSearch {
  /** Pixels that may be middles: indices into the picture. */
  readonly places: readonly number[];
  /** Those of them in windows that are surely drawn in. */
  readonly isSure: (at: number) => boolean;
  /** Second differences, as large as the picture. */
  readonly strength: Uint8Array;
}

/** The crosses of a picture, best first, none over another. */
export function findCrosses(image: GreyImage, { places, isSure, strength }: CrossSearch): Cross[] {
  const { width } = image;
  const shapes = [upright, slanting].map((steps) => steps.map(([dx, dy]) => armOf(dx, dy, width)));
  const found: Cross[] = [];
  for (const at of places) {
    const cross = crossAt(image, at, shapes);
    if (cross === null) continue;
    const symmetry = symmetryOf({ ...image, data: strength }, cross);
    if (symmetry >= (isSure(at) ? leastSymmetry : certainSymmetry)) found.push({ ...cross, symmetry });
  }
  const kept: Cross[] = [];
  for (const cross of found.sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => !overlap(cross, other))) kept.push(cross);
  }
  return kept;
}

/** Steps between indices: along an arm, and from it to its side. */
interface Arm {
  readonly along: number;
  readonly side: number;
}

function armOf(dx: number, dy: number, width: number): Arm {
  return { along: dx + dy * width, side: aside * (dx * width - dy) };
}

function overlap(a: Cross, b: Cross): boolean {
  const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
  return apart <= Math.max(3, 0.75 * Math.max(a.reach, b.reach));
}

type Shapes = readonly (readonly Arm[])[];

function crossAt(image: GreyImage, at: number, shapes: Shapes): Omit<Cross, 'symmetry'> | null {
  const [x, y] = [at % image.width, Math.floor(at / image.width)];
  const room = Math.min(x, y, image.width - 1 - x, image.height - 1 - y);
  if (room < longestArm + aside) return null;
  const scores = shapes.map((arms) => faintestArm(image.data, at, arms));
  const score = Math.max(...scores);
  if (score < leastScore) return null;
  const best = scores.indexOf(score);
  return { x, y, reach: reachOf(image.data, at, shapes[best] ?? []), isSlanting: best === 1, score };
}

function faintestArm(data: Uint8Array, at: number, arms: readonly Arm[]): number {
  let faintest = Infinity;
  for (const { along, side } of arms) {
    let sum = 0;
    for (let step = 1; step <= armLength; step++) {
      const over = Math.min(ridge.most, ridgeAt(data, at + step * along, side)) - ridge.least;
      if (over > 0) sum += over;
    }
    if (sum < leastScore) return 0;
    faintest = Math.min(faintest, sum);
  }
  return faintest;
}

/** Grey by which an arm stands out from both its sides. */
function ridgeAt(data: Uint8Array, on: number, side: number): number {
  return (data[on] ?? 0) - Math.max(data[on + side] ?? 0, data[on - side] ?? 0);
}

/** The last step at which three arms stand out, gaps of two pixels left out. */
function reachOf(data: Uint8Array, at: number, arms: readonly Arm[]): number {
  let reach = 2;
  for (let step = 1; step <= longestArm && step <= reach + 3; step++) {
    const standing = arms.filter(({ along, side }) => ridgeAt(data, at + step * along, side) >= ridge.least);
    if (standing.length >= 3) reach = step;
  }
  return reach;
}

function symmetryOf({ data, width }: GreyImage, { x, y, reach }: Omit<Cross, 'symmetry'>): number {
  const half = Math.max(3, Math.min(armLength, reach)) + 1;
  const middle = y * width + x;
  const here: number[] = [];
  const there: [number[], number[], number[]] = [[], [], []];
  for (let dy = -half; dy <= half; dy++) {
    for (let dx = -half; dx <= half; dx++) {
      const at = (right: number, down: number): number => data[middle + down * width + right] ?? 0;
      here.push(at(dx, dy));
      there[0].push(at(-dx, dy));
      there[1].push(at(dx, -dy));
      there[2].push(at(-dy, dx));
    }
  }
  return Math.min(...there.map((other) => correlation(here, other)));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? 0;
    sumA += one;
    sumB += other;
    squaresA += one * one;
    squaresB += other * other;
    products += one * other;
  }
  const spread = (squaresA - sumA ** 2 / a.length) * (squaresB - sumB ** 2 / a.length);
  return spread > 0 ? (products - (sumA * sumB) / a.length) / Math.sqrt(spread) : 0;
}
