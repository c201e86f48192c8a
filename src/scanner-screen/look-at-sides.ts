import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import type { Quad } from './quad.ts';
import { sampleGrey } from './sample-grey.ts';

/** How much of the four sides is seen as an edge, all and the worst, and how much of their lines past the corners; 0–1. */
export interface SidesLook {
  readonly seen: number;
  readonly worst: number;
  readonly past: number;
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
  const mean = (key: 'seen' | 'past'): number => looks.reduce((sum, look) => sum + look[key], 0) / 4;
  return { seen: mean('seen'), past: mean('past'), worst: Math.min(...looks.map(({ seen }) => seen)) };
}

function lookAtSide(image: GreyImage, from: Point, to: Point): { seen: number; past: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const normal = { x: dy / length, y: -dx / length };
  const edgeAt = (t: number): number =>
    edgeAcross(image, { x: from.x + dx * t, y: from.y + dy * t }, normal);
  let seen = 0;
  for (let i = 0; i < places; i++) seen += edgeAt((i + 0.5) / places);
  let past = 0;
  const guard = 3 / length;
  for (let i = 0; i < placesBeyond; i++) {
    const away = guard + (beyond * (i + 0.5)) / placesBeyond;
    past += edgeAt(-away) + edgeAt(1 + away);
  }
  return { seen: seen / places, past: past / placesBeyond / 2 };
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
