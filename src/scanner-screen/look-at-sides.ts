import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import type { Quad } from './quad.ts';
import { sampleGrey } from './sample-grey.ts';

/** What is seen of the four sides and of their lines past the corners, each 0–1. */
export interface SidesLook {
  /** How much of the sides is seen as an edge: all, and the worst. */
  readonly seen: number;
  readonly worst: number;
  /** How much the lines of its two neighbours go on past a side, where that is most: past a bar of buttons they do. */
  readonly open: number;
}

const places = 28;
/** Beyond a corner a true side ends: looked at over this share of the side. */
const beyond = 0.1;
const placesBeyond = 4;
/** Pixels by which a side may be off. */
const slack = 1.5;
/** The step in grey at which an edge counts half. */
const halfStep = 4;

/** Reads the edge along each side of a quadrilateral. */
export function lookAtSides(image: GreyImage, corners: Quad): SidesLook {
  const looks = corners.map((from, i) => lookAtSide(image, from, corners[(i + 1) % 4] ?? from));
  const at = (i: number): SideLook => looks[i % 4] ?? { seen: 0, before: 0, after: 0 };
  // The side before ends at this one's start, the next begins at its end.
  const openings = looks.map((_, i) => (at(i + 3).after + at(i + 1).before) / 2);
  return {
    seen: mean(looks.map(({ seen }) => seen)),
    worst: Math.min(...looks.map(({ seen }) => seen)),
    open: Math.max(...openings),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface SideLook {
  readonly seen: number;
  /** The edge before the side's start and after its end. */
  readonly before: number;
  readonly after: number;
}

function lookAtSide(image: GreyImage, from: Point, to: Point): SideLook {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const normal = { x: dy / length, y: -dx / length };
  const edgeAt = (t: number): number => edgeAcross(image, { x: from.x + dx * t, y: from.y + dy * t }, normal);
  let seen = 0;
  for (let i = 0; i < places; i++) seen += edgeAt((i + 0.5) / places);
  let [before, after] = [0, 0];
  for (let i = 0; i < placesBeyond; i++) {
    const away = 3 / length + (beyond * (i + 0.5)) / placesBeyond;
    before += edgeAt(-away);
    after += edgeAt(1 + away);
  }
  return { seen: seen / places, before: before / placesBeyond, after: after / placesBeyond };
}

/** The strongest step across a place, 0–1; 0 outside of the picture. */
function edgeAcross(image: GreyImage, { x, y }: Point, normal: Point): number {
  if (x < 3 || y < 3 || x > image.width - 3 || y > image.height - 3) return 0;
  let most = 0;
  let [before, here] = [0, 0];
  for (let off = -slack - 1; off <= slack + 1; off += 0.5) {
    const grey = sampleGrey(image, { x: x + normal.x * off, y: y + normal.y * off });
    // Two looks lie one pixel apart from the one before the last.
    if (off >= -slack) most = Math.max(most, Math.abs(grey - before));
    before = here;
    here = grey;
  }
  return most / (most + halfStep);
}
