import type { GreyImage } from '../pixels/grey-image.ts';
import { isConvex, type Quad } from './quad.ts';
import { sampleGrey } from './sample-grey.ts';
import { far, meet, type Side, shift } from './side.ts';

/** Places along a side at which its edge is sought; the ends are left out, where the next side's edge disturbs. */
const places = 44;
const endsLeftOut = 0.04;
/** The change of grey, levels a pixel, at which an edge counts half: faint and whole outweighs strong and short. */
const halfStep = 2;
/** Edges this far from the line, pixels, are part of it. */
const near = 1.3;
/** A line farther in that is seen this much of the best is the panel's. */
const almost = 0.9;
/** What a pixel at one end of a side counts against a line. */
const awayCost = 0.01;
/** Less of a side than this cannot tell where it runs. */
const leastSeen = 0.2;

/** How the edges are sought. */
export interface SideSearch {
  /** How far a side may be off, pixels. */
  readonly reach: number;
  /** The sides were the panel's a moment ago: another edge near them, though clearer, is none of it. */
  readonly isKnown: boolean;
}

/**
 * Moves each side to the edge that is nearest, to a part of a pixel, and gives the corners where they cross. A side of which too little is seen stays where it was.
 */
export function refineSides(image: GreyImage, corners: Quad, search: SideSearch): Quad {
  const { reach } = search;
  const sides = corners.map((from, i) =>
    refineSide(image, { from, to: corners[(i + 1) % 4] ?? from }, search),
  );
  const [a, b, c, d] = sides.map((side, i) => meet(sides[(i + 3) % 4] ?? side, side));
  if (!a || !b || !c || !d) return corners;
  const refined: Quad = [a, b, c, d];
  const strayed = refined.some((corner, i) => far(corner, corners[i] ?? corner) > 3 * reach);
  return strayed || !isConvex(refined) ? corners : refined;
}

function refineSide(image: GreyImage, side: Side, { reach, isKnown }: SideSearch): Side {
  const steps = stepsAlong(image, side, reach);
  const coarse = isKnown ? nearestLine(steps) : mostSeenLine(steps);
  if (coarse.seen < leastSeen) return side;
  const line = fitNear(steps, coarse);
  return { from: shift(side, 0, line.start), to: shift(side, 1, line.start + line.turn) };
}

/** The change of grey outwards at each place along a side: row by row from `reach` inside to `reach` outside. */
export interface Steps {
  readonly data: Float32Array;
  /** Looks across the side at each place, one pixel apart; the middle one is on the side. */
  readonly across: number;
}

/** Reads the steps near a side. */
export function stepsAlong(image: GreyImage, side: Side, reach: number): Steps {
  const length = far(side.from, side.to);
  const [dx, dy] = [(side.to.x - side.from.x) / length, (side.to.y - side.from.y) / length];
  const across = 2 * Math.ceil(reach) + 1;
  const data = new Float32Array(places * across);
  const profile = new Float32Array(across + 2);
  for (let i = 0; i < places; i++) {
    for (let k = 0; k < profile.length; k++) {
      const { x, y } = shift(side, alongOf(i), k - (profile.length - 1) / 2);
      // Averaged along the edge, against noise and moiré.
      let sum = 0;
      for (let aside = -2; aside <= 2; aside += 2)
        sum += sampleGrey(image, { x: x + dx * aside, y: y + dy * aside });
      profile[k] = sum / 3;
    }
    for (let k = 0; k < across; k++) data[i * across + k] = ((profile[k + 2] ?? 0) - (profile[k] ?? 0)) / 2;
  }
  return { data, across };
}

function alongOf(place: number): number {
  return endsLeftOut + ((1 - 2 * endsLeftOut) * (place + 0.5)) / places;
}

/** A line and the share of it, 0–1, under which an edge is seen. */
export interface Seen extends Slant {
  readonly seen: number;
}

/** off = start + turn × along, pixels outwards. */
export interface Slant {
  readonly start: number;
  readonly turn: number;
}

/** The line under which most of an edge is seen, but that each pixel away from the side counts against it. */
function nearestLine(steps: Steps): Seen {
  const worth = ({ start, turn, seen }: Seen): number =>
    seen - awayCost * (Math.abs(start) + Math.abs(start + turn));
  return seenLines(steps).reduce((best, line) => (worth(line) > worth(best) ? line : best));
}

/**
 * Of all lines near the side, the one under which most of an edge is seen, the more so where it has one sign. Where
 * another one farther in is seen almost as well, that: between bezel and panel there may be a thin border.
 */
function mostSeenLine(steps: Steps): Seen {
  const lines = seenLines(steps);
  const most = lines.reduce((best, line) => (line.seen > best.seen ? line : best));
  let chosen = most;
  for (const line of lines) {
    const further = line.start + line.turn / 2 - (chosen.start + chosen.turn / 2);
    const isParallel = Math.abs(line.turn - most.turn) <= 2;
    if (isParallel && line.seen > almost * most.seen && further < -2) chosen = line;
  }
  // The best of those around the one that was chosen.
  return lines.reduce(
    (best, line) => (isBeside(line, chosen) && line.seen > best.seen ? line : best),
    chosen,
  );
}

function isBeside(one: Slant, other: Slant): boolean {
  const shifted = Math.abs(one.start - other.start);
  return shifted <= 2 && Math.abs(one.start + one.turn - other.start - other.turn) <= 2;
}

/** All lines near a side that turn no more than that, pixels from end to end. */
export function seenLines({ data, across }: Steps, mostTurn = across): Seen[] {
  const weights = data.map((step) => step / (Math.abs(step) + halfStep));
  const middle = (across - 1) / 2;
  const lines: Seen[] = [];
  for (let first = 0; first < across; first++) {
    const end = Math.min(across - 1, first + Math.floor(mostTurn));
    for (let last = Math.max(0, first - Math.floor(mostTurn)); last <= end; last++) {
      let [sum, signed] = [0, 0];
      for (let i = 0; i < places; i++) {
        const k = Math.round(first + (last - first) * alongOf(i));
        const weight = weights[i * across + k] ?? 0;
        sum += Math.abs(weight);
        signed += weight;
      }
      const seen = (sum + Math.abs(signed)) / 2 / places;
      lines.push({ start: first - middle, turn: last - first, seen });
    }
  }
  return lines;
}

/** Least squares through the steepest point near the line at each place. */
function fitNear(steps: Steps, line: Slant): Slant {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < places; i++) {
    const along = alongOf(i);
    const edge = steepestNear(steps, i, line.start + line.turn * along);
    if (edge === null) continue;
    n += edge.weight;
    sx += edge.weight * along;
    sy += edge.weight * edge.off;
    sxx += edge.weight * along * along;
    sxy += edge.weight * along * edge.off;
  }
  const spread = n * sxx - sx * sx;
  if (!(spread > 1e-3 * n * n)) return line;
  const turn = (n * sxy - sx * sy) / spread;
  return { start: (sy - turn * sx) / n, turn };
}

/** Between the looks by the parabola through the three steepest; null where there is no ridge near. */
function steepestNear(
  { data, across }: Steps,
  place: number,
  off: number,
): { off: number; weight: number } | null {
  const middle = (across - 1) / 2;
  const at = (k: number): number => Math.abs(data[place * across + k] ?? 0);
  const centre = Math.round(off + middle);
  let best = centre;
  for (const k of [centre - 1, centre + 1]) if (k >= 0 && k < across && at(k) > at(best)) best = k;
  if (best < 1 || best > across - 2 || at(best) < at(best - 1) || at(best) < at(best + 1)) return null;
  const bend = at(best - 1) - 2 * at(best) + at(best + 1);
  const part = bend < -1e-6 ? (0.5 * (at(best - 1) - at(best + 1))) / bend : 0;
  const found = best + part - middle;
  return Math.abs(found - off) > near ? null : { off: found, weight: at(best) / (at(best) + halfStep) };
}
