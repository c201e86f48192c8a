import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';
import { mapPoint, squareToQuad } from './homography.ts';
import { type Quad, sideLengths } from './quad.ts';
import { nearestGrey } from './sample-grey.ts';

/** What lies along the rim of a quadrilateral; 0 is even, 1 wild. */
export interface RimLook {
  /** How much the grey differs along a strip just outside of all sides, and, on average, along that of each side. */
  readonly around: number;
  readonly along: number;
  /** How much the four places beyond the corners differ from the strips that they join. */
  readonly corners: number;
  /** How much the grey differs along the strip just inside of the side where that is least. */
  readonly inside: number;
  /** How much the strips outside and inside differ from each other. */
  readonly step: number;
}

const perSide = 20;
/** The strips lie this far from the sides, share of the width: within the thinnest bezels. */
const stripAway = 0.011;
/** A hand, a lamp or a word in the strip counts no more than this. */
const mostDeviation = 0.6;
/** Grey levels of noise and black level, below which differences do not matter. */
const floorGrey = 14;

/** Reads the strips along a quadrilateral's sides: a bezel is even, what lies behind a screen or on it seldom. */
export function lookAtRim(image: GreyImage, corners: Quad): RimLook {
  const toPicture = squareToQuad(corners);
  const [top, right, bottom, left] = sideLengths(corners);
  const aspect = (top + bottom) / (left + right);
  const read = (place: Point): number => nearestGrey(image, mapPoint(toPicture, place));
  const outer = readStrips(read, -stripAway, aspect);
  const inner = readStrips(read, stripAway, aspect);
  return {
    around: unevenness(Float32Array.from(outer.flatMap((strip) => [...strip]))),
    along: mean(outer.map(unevenness)),
    corners: cornersApart(read, outer, aspect),
    inside: Math.min(...inner.map(unevenness)),
    step: mean(outer.flatMap((strip, i) => [...strip].map((grey, k) => apart(grey, inner[i]?.[k] ?? grey)))),
  };
}

type Read = (place: Point) => number;

/** Greys along the top, right, bottom and left, `depth` widths inside of them. */
function readStrips(read: Read, depth: number, aspect: number): Float32Array[] {
  const down = depth * aspect;
  const strip = (placeAt: (t: number) => Point): Float32Array =>
    new Float32Array(perSide).map((_, i) => read(placeAt((i + 0.5) / perSide)));
  return [
    strip((t) => ({ x: t, y: down })),
    strip((t) => ({ x: 1 - depth, y: t })),
    strip((t) => ({ x: t, y: 1 - down })),
    strip((t) => ({ x: depth, y: t })),
  ];
}

/** A bezel goes on around the corners; the bars and panels of a display end there. */
function cornersApart(read: Read, strips: readonly Float32Array[], aspect: number): number {
  const [across, down] = [stripAway, stripAway * aspect];
  const greys = [
    { x: -across, y: -down },
    { x: 1 + across, y: -down },
    { x: 1 + across, y: 1 + down },
    { x: -across, y: 1 + down },
  ].map(read);
  const middles = strips.map(middleOf);
  return mean(
    greys.flatMap((grey, i) =>
      [i, (i + 3) % 4].map((side) => {
        const middle = middles[side] ?? grey;
        return apart(grey, middle);
      }),
    ),
  );
}

/** How much two greys differ, 0–1, relative to the darker. */
function apart(one: number, other: number): number {
  return Math.min(1, Math.abs(one - other) / (Math.min(one, other) + floorGrey));
}

/** Mean deviation from the median, relative to it. */
function unevenness(greys: Float32Array): number {
  const middle = middleOf(greys);
  let sum = 0;
  for (const grey of greys) sum += Math.min(mostDeviation, Math.abs(grey - middle) / (middle + floorGrey));
  return sum / greys.length / mostDeviation;
}

function middleOf(greys: Float32Array): number {
  return greys.toSorted()[greys.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
