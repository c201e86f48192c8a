import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import { isConvex, type Quad } from './quad.ts';
import { sampleGrey } from './sample-grey.ts';

/** Places along a side at which its edge is sought; the ends are left out, where the next side's edge disturbs. */
const places = 44;
/** Steps smaller than this, levels a pixel, are noise. */
const leastStep = 0.7;
/** Places farther than this from the line that most agree on do not count, pixels. */
const outlier = 2;

interface Side {
  readonly from: Point;
  readonly to: Point;
}

/**
 * Moves each side to the edge that is nearest, to a part of a pixel, and gives the corners where they cross; `reach`
 * is how far a side may be off, pixels. A side of which too little is seen stays where it was.
 */
export function refineSides(image: GreyImage, corners: Quad, reach: number): Quad {
  const sides = corners.map((from, i) =>
    refineSide(image, { from, to: corners[(i + 1) % 4] ?? from }, reach),
  );
  const [a, b, c, d] = sides.map((side, i) => meet(sides[(i + 3) % 4] ?? side, side));
  if (!a || !b || !c || !d) return corners;
  const refined: Quad = [a, b, c, d];
  const strayed = refined.some((corner, i) => far(corner, corners[i] ?? corner) > 3 * reach);
  return strayed || !isConvex(refined) ? corners : refined;
}

function refineSide(image: GreyImage, side: Side, reach: number): Side {
  const edges = edgesAlong(image, side, reach);
  // Black beside a bezel is a step of one sign along the whole side, words and bars are of both.
  const balance = edges.reduce((sum, { step }) => sum + step, 0);
  const agreeing = edges.filter(({ step }) => step * balance > 0);
  const line = fitRobustly(agreeing.length >= 0.5 * edges.length ? agreeing : edges);
  if (line === null) return side;
  return { from: shift(side, 0, line.start), to: shift(side, 1, line.start + line.turn) };
}

interface FoundEdge {
  /** 0–1 along the side. */
  readonly along: number;
  /** Pixels outwards. */
  readonly off: number;
  /** Change of grey a pixel, outwards. */
  readonly step: number;
}

function edgesAlong(image: GreyImage, side: Side, reach: number): FoundEdge[] {
  const length = far(side.from, side.to);
  const [dx, dy] = [(side.to.x - side.from.x) / length, (side.to.y - side.from.y) / length];
  const found: FoundEdge[] = [];
  const count = 2 * Math.ceil(reach) + 3;
  const profile = new Float32Array(count);
  for (let i = 0; i < places; i++) {
    const along = 0.04 + (0.92 * (i + 0.5)) / places;
    for (let k = 0; k < count; k++) {
      const { x, y } = shift(side, along, k - (count - 1) / 2);
      // Averaged along the edge, against noise and moiré.
      let sum = 0;
      for (let aside = -2; aside <= 2; aside += 2)
        sum += sampleGrey(image, { x: x + dx * aside, y: y + dy * aside });
      profile[k] = sum / 3;
    }
    const edge = steepestOf(profile);
    if (edge !== null) found.push({ along, off: edge.at - (count - 1) / 2, step: edge.step });
  }
  return found;
}

/** Where a profile changes most, between its samples, by the parabola through the three largest differences. */
function steepestOf(profile: Float32Array): { at: number; step: number } | null {
  const slope = (k: number): number => ((profile[k + 1] ?? 0) - (profile[k - 1] ?? 0)) / 2;
  let best = 1;
  for (let k = 1; k < profile.length - 1; k++) if (Math.abs(slope(k)) > Math.abs(slope(best))) best = k;
  const here = Math.abs(slope(best));
  if (here < leastStep || best === 1 || best === profile.length - 2) return null;
  const [before, after] = [Math.abs(slope(best - 1)), Math.abs(slope(best + 1))];
  const bend = before - 2 * here + after;
  const part = bend < -1e-6 ? (0.5 * (before - after)) / bend : 0;
  return { at: best + Math.min(0.5, Math.max(-0.5, part)), step: slope(best) };
}

/** off = start + turn × along, by the pair of places that most agree with (RANSAC, all pairs of a few), then least squares. */
function fitRobustly(edges: readonly FoundEdge[]): { start: number; turn: number } | null {
  if (edges.length < places / 5) return null;
  let best: readonly FoundEdge[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    for (let j = i + 6; j < edges.length; j += 3) {
      const [a, b] = [edges[i], edges[j]];
      if (!a || !b) continue;
      const turn = (b.off - a.off) / (b.along - a.along);
      const near = edges.filter((e) => Math.abs(e.off - a.off - turn * (e.along - a.along)) < outlier);
      if (near.length > best.length) best = near;
    }
  }
  return best.length < places / 5 ? null : leastSquares(best);
}

function leastSquares(edges: readonly FoundEdge[]): { start: number; turn: number } | null {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (const { along, off, step } of edges) {
    const w = Math.min(6, Math.abs(step));
    n += w;
    sx += w * along;
    sy += w * off;
    sxx += w * along * along;
    sxy += w * along * off;
  }
  const spread = n * sxx - sx * sx;
  if (spread < 1e-6 * n * n) return null;
  const turn = (n * sxy - sx * sy) / spread;
  return { start: (sy - turn * sx) / n, turn };
}

/** A place along a side, some pixels outwards of it. */
function shift({ from, to }: Side, along: number, off: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return {
    x: from.x + dx * along + (dy / length) * off,
    y: from.y + dy * along - (dx / length) * off,
  };
}

/** Where two sides cross. */
function meet(one: Side, other: Side): Point | null {
  const [ax, ay] = [one.to.x - one.from.x, one.to.y - one.from.y];
  const [bx, by] = [other.to.x - other.from.x, other.to.y - other.from.y];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) < 1e-9) return null;
  const t = ((other.from.x - one.from.x) * by - (other.from.y - one.from.y) * bx) / cross;
  return { x: one.from.x + ax * t, y: one.from.y + ay * t };
}

function far(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
