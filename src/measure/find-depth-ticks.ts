import type { GreyImage } from '../pixels/grey-image.ts';
import type { Sector } from '../pixels/sector.ts';
import { depthLine } from './depth-line.ts';
import { fitLattice, type Lattice } from './fit-lattice.ts';
import { lengthOf } from './greatest-diameter.ts';
import type { Line } from './measurement.ts';

/** Evenly spaced ticks that were found beside the sector, in pixels of the analysed picture. */
export interface DepthTicks {
  /** From the first tick to the last. */
  readonly line: Line;
  /** Ticks from the first to the last, both counted. */
  readonly count: number;
  /** Pixels from tick to tick. */
  readonly spacing: number;
  /**
   * Centimetres from tick to tick that give a likely depth, likeliest first; the person says which. Machines tick
   * every 1 or 0.5 cm, some every 5, 0.25 or 0.1.
   */
  readonly proposals: readonly number[];
}

/** Ticks are so much brighter than what lies above and below; the noise of JPEG is less. */
const LIT = 40;
/** Ticks are thin; letters and bars are higher. */
const TALLEST = 4;
/** Ticks stand beside the sector or over its rim, of this share of its width. */
const BESIDE = 0.1;
/** A row of ticks reaches along this share of the sector's depth; lines of text are soon at their end. */
const LEAST_REACH = 0.4;
/** Depths at which kidneys are scanned, cm, and the commonest. */
const DEPTHS_CM = { least: 5, usual: 14, most: 30 } as const;

/**
 * Looks for depth ticks on an upright line beside the sector; null where none are plain. Ticks that follow a slanted
 * edge are not looked for. What a tick means in centimetres cannot be read here: likely meanings are proposed.
 */
export function findDepthTicks(grey: GreyImage, sector: Sector): DepthTicks | null {
  const depth = lengthOf(depthLine(sector));
  const { x: left, width } = sector.bounds;
  let best: { readonly x: number; readonly lattice: Lattice } | null = null;
  for (let x = 0; x < grey.width; x++) {
    if (x > left + BESIDE * width && x < left + (1 - BESIDE) * width) continue;
    const lattice = fitLattice(placesAt(grey, x));
    if (lattice === null || reachOf(lattice) < LEAST_REACH * depth) continue;
    if (best === null || lattice.hits.length > best.lattice.hits.length) best = { x, lattice };
  }
  return best && describe(grey, best, depth);
}

function reachOf({ hits }: Lattice): number {
  return (hits.at(-1) ?? 0) - (hits[0] ?? 0);
}

function describe(
  grey: GreyImage,
  { x, lattice }: { readonly x: number; readonly lattice: Lattice },
  depth: number,
): DepthTicks {
  const { first, spacing, steps } = lattice;
  const last = steps.at(-1) ?? 0;
  return {
    line: { from: { x: x + 0.5, y: first }, to: { x: x + 0.5, y: first + last * spacing } },
    count: last + 1,
    spacing,
    proposals: propose(depth / spacing, longerEvery(grey, { x, lattice })),
  };
}

/** Middles of the thin marks in a column that are brighter than what lies above and below; the next column counts too. */
function placesAt({ width, height, data }: GreyImage, x: number): number[] {
  const next = x + 1 < width ? 1 : 0;
  const levels = Array.from({ length: height }, (_, y) =>
    Math.max(data[y * width + x] ?? 0, data[y * width + x + next] ?? 0),
  );
  const places: number[] = [];
  let [sum, weighted, tall] = [0, 0, 0];
  for (let y = 0; y <= height; y++) {
    const level = levels[y] ?? 0;
    if (level - Math.max(levels[y - TALLEST] ?? 0, levels[y + TALLEST] ?? 0) > LIT) {
      sum += level;
      weighted += level * (y + 0.5);
      tall += 1;
    } else if (tall > 0) {
      if (tall <= TALLEST) places.push(weighted / sum);
      [sum, weighted, tall] = [0, 0, 0];
    }
  }
  return places;
}

/** Every which tick is longer than the others; null where none are, or not evenly. */
function longerEvery(
  { width, data }: GreyImage,
  { x, lattice }: { readonly x: number; readonly lattice: Lattice },
): number | null {
  const lengths = lattice.hits.map((hit) => {
    const row = Math.floor(hit) * width;
    const isLit = (at: number): boolean => at >= 0 && at < width && (data[row + at] ?? 0) > LIT;
    let [left, right] = [x, x + 1];
    while (isLit(left - 1)) left -= 1;
    while (isLit(right)) right += 1;
    return right - left;
  });
  const usual = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 1;
  const longer = lattice.steps.filter(
    (_, i) => (lengths[i] ?? 0) >= 1.5 * usual && (lengths[i] ?? 0) >= usual + 2,
  );
  const gaps = new Set(longer.slice(1).map((step, i) => step - (longer[i] ?? 0)));
  const [gap] = gaps;
  return gaps.size === 1 && gap !== undefined ? gap : null;
}

/** Longer ticks every 5 cm or every 1 cm tell what the others mean; else the depth that follows must be likely. */
function propose(ticksInDepth: number, every: number | null): number[] {
  const told = every === 5 ? 1 : every === 2 || every === 10 ? 0.5 : null;
  const depthOf = (cm: number): number => Math.abs(Math.log((cm * ticksInDepth) / DEPTHS_CM.usual));
  return [0.1, 0.2, 0.25, 0.5, 1, 2, 5]
    .filter((cm) => cm * ticksInDepth >= DEPTHS_CM.least && cm * ticksInDepth <= DEPTHS_CM.most)
    .sort((a, b) => Number(b === told) - Number(a === told) || depthOf(a) - depthOf(b));
}
