import type { GreyImage } from '../pixels/grey-image.ts';
import { mapPoint, squareToQuad } from './homography.ts';
import { type Quad, sideLengths } from './quad.ts';

/** What lies along the rim of a quadrilateral. */
export interface RimLook {
  /** How much the grey differs along a strip just outside of the sides: 0 even, 1 wild. */
  readonly outside: number;
  /** How much it differs from a strip just inside. */
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
  const outer = readStrip(image, corners, -stripAway);
  const inner = readStrip(image, corners, stripAway);
  let step = 0;
  outer.forEach((grey, i) => {
    const other = inner[i] ?? 0;
    step += Math.min(1, Math.abs(grey - other) / (Math.min(grey, other) + floorGrey));
  });
  return { outside: unevenness(outer), step: step / outer.length };
}

/** Greys along the four sides, `depth` widths inside of them. */
function readStrip(image: GreyImage, corners: Quad, depth: number): Float32Array {
  const toPicture = squareToQuad(corners);
  const [top, right, bottom, left] = sideLengths(corners);
  const depthDown = (depth * (top + bottom)) / (left + right);
  const greys = new Float32Array(4 * perSide);
  for (let i = 0; i < perSide; i++) {
    const t = (i + 0.5) / perSide;
    const places = [
      { x: t, y: depthDown },
      { x: 1 - depth, y: t },
      { x: t, y: 1 - depthDown },
      { x: depth, y: t },
    ];
    places.forEach((place, side) => {
      greys[side * perSide + i] = greyAt(image, mapPoint(toPicture, place));
    });
  }
  return greys;
}

/** Mean deviation from the median, relative to it. */
function unevenness(greys: Float32Array): number {
  const middle = greys.toSorted()[greys.length >> 1] ?? 0;
  let sum = 0;
  for (const grey of greys) sum += Math.min(mostDeviation, Math.abs(grey - middle) / (middle + floorGrey));
  return sum / greys.length / mostDeviation;
}

/** What is shown inside. */
export interface PanelLook {
  /** Grey below which half of the inside lies, and above which 1.5 % does. */
  readonly middle: number;
  readonly bright: number;
  /** The share of places at which the grey changes within a few pixels: speckle and words do, walls and panes do not. */
  readonly busy: number;
}

const columns = 40;
const rows = 30;
/** The sides themselves are left out. */
const margin = 0.03;
/** A change of grey, levels, that is more than noise. */
const change = 6;

/** Reads what a quadrilateral shows. */
export function lookAtPanel(image: GreyImage, corners: Quad): PanelLook {
  const toPicture = squareToQuad(corners);
  const greys = new Float32Array(columns * rows);
  let changes = 0;
  for (let i = 0; i < greys.length; i++) {
    const across = ((i % columns) + 0.5) / columns;
    const down = (Math.floor(i / columns) + 0.5) / rows;
    const inside = (share: number): number => margin + (1 - 2 * margin) * share;
    const { x, y } = mapPoint(toPicture, { x: inside(across), y: inside(down) });
    greys[i] = greyAt(image, { x, y });
    const level = greyAt(image, { x: x + 1.5, y }) - greyAt(image, { x: x - 1.5, y });
    const upright = greyAt(image, { x, y: y + 1.5 }) - greyAt(image, { x, y: y - 1.5 });
    if (Math.abs(level) + Math.abs(upright) > change) changes++;
  }
  greys.sort();
  const rank = (share: number): number => greys[Math.floor(share * (greys.length - 1))] ?? 0;
  return { middle: rank(0.5), bright: rank(0.985), busy: changes / greys.length };
}

function greyAt({ width, height, data }: GreyImage, { x, y }: { x: number; y: number }): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)));
  return data[row * width + column] ?? 0;
}
