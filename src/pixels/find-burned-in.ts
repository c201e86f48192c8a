import { findCrosses } from './find-crosses.ts';
import { blockSide, findSharpDetail, type SharpDetail } from './find-sharp-detail.ts';
import type { GreyImage } from './grey-image.ts';
import type { Box, Point, Sector } from './sector.ts';
import { insetSpans, type Span, sectorSpans } from './sector-mask.ts';
import { sortMarks } from './sort-marks.ts';

/** What a scanner wrote over the echoes. */
export interface BurnedIn {
  /** Middles of the crosses that mark a measurement, best first. */
  readonly calipers: readonly Point[];
  /** Round letters, digits and whatever else was drawn. */
  readonly texts: readonly Box[];
  /** 1 on all that was drawn and on its rim, dotted lines too; row-major, as large as the picture. */
  readonly mask: Uint8Array;
}

/** The sector's edge is a stair of pixels as sharp as any letter, and is found to a few pixels only. */
const edge = 6;
/** Grey of an echo at the sector's edge. */
const leastLit = 10;
/** Sharpness of what is surely drawn: in 1,900 real pictures no echo reached it. */
const sureSharpness = 25;
/** With the shape of a cross, or beside what is surely drawn, less is enough. */
const likelySharpness = 15;
/** Coarse, unsmoothed speckle is sharp all over the picture; what is drawn stands out from that too. */
const sureOverUsual = 2;
const likelyOverUsual = 1.4;
/** Mean second difference from which a pixel is part of a stroke, in a window that is drawn in. */
const strokeStrength = 24;
const strokeOverUsual = 1.5;
/** Share of the sharpest pixel's strength in a window. */
const strokeShare = 0.35;

/** A lone line is as sharp as this, and so many windows from what is surely drawn at most. */
const lineStrength = 50;
const lineOverUsual = 6;
const nearby = 3;

/**
 * Finds the calipers, dotted lines and words that a scanner burned into the sector of a picture whose long side is
 * at most 512 pixels. See docs/decisions/0029-burned-in-marks.md.
 */
export function findBurnedIn(image: GreyImage, sector: Sector): BurnedIn {
  const whole = sectorSpans(sector.outline, image.width, image.height);
  const spans = insetSpans(trimUnlit(image, whole), image, edge);
  const detail = findSharpDetail(image, spans);
  const sure = Math.max(sureSharpness, sureOverUsual * detail.usual);
  const likely = Math.max(likelySharpness, likelyOverUsual * detail.usual);
  const crosses = findCrosses(image, {
    places: placesOf(detail, image, likely),
    isSure: (at) => sharpnessAt(detail, at % image.width, Math.floor(at / image.width)) >= sure,
    strength: detail.strength,
  });
  const seeds = crosses.map(({ x, y }) => windowAt(detail, x, y));
  for (let window = 0; window < detail.least.length; window++)
    if ((detail.least[window] ?? 0) >= sure) seeds.push(window);
  const strokes = new Uint8Array(image.width * image.height);
  for (const window of addNearby(growFrom(seeds, detail, likely), detail))
    markStrokes(strokes, detail, window);
  const marks = sortMarks(image, { strokes, crosses, detail });
  return { ...marks, mask: keepInside(marks.mask, whole, image.width) };
}

/** The rows less what is unlit at their ends: an outline drawn a little too wide has the sector's stairs inside. */
function trimUnlit({ data, width }: GreyImage, spans: readonly Span[]): Span[] {
  const isLit = (grey: number): boolean => grey >= leastLit;
  return spans.map(({ row, from, to }) => {
    const start = data.subarray(row * width + from, row * width + from + edge).findIndex(isLit);
    const end = data.subarray(row * width + to - edge, row * width + to).findLastIndex(isLit);
    return { row, from: from + (start < 0 ? edge : start), to: to - (end < 0 ? edge : edge - 1 - end) };
  });
}

/** Arms of a cross at the sector's edge may reach out of it. */
function keepInside(mask: Uint8Array, spans: readonly Span[], width: number): Uint8Array {
  const kept = new Uint8Array(mask.length);
  for (const { row, from, to } of spans)
    kept.set(mask.subarray(row * width + from, row * width + to), row * width + from);
  return kept;
}

/** The window in whose middle a pixel lies. */
function windowAt({ columns }: SharpDetail, x: number, y: number): number {
  const half = blockSide / 2;
  return Math.floor((y - half) / blockSide) * columns + Math.floor((x - half) / blockSide);
}

function sharpnessAt(detail: SharpDetail, x: number, y: number): number {
  return detail.least[windowAt(detail, x, y)] ?? 0;
}

/** Indices of the pixels in the middle of those windows that are sharp enough. */
function placesOf({ least, columns }: SharpDetail, { width }: GreyImage, likely: number): number[] {
  const places: number[] = [];
  for (let window = 0; window < least.length; window++) {
    if ((least[window] ?? 0) < likely) continue;
    const x = blockSide * (window % columns) + blockSide / 2;
    const y = blockSide * Math.floor(window / columns) + blockSide / 2;
    for (let i = 0; i < blockSide ** 2; i++) {
      places.push((y + Math.floor(i / blockSide)) * width + x + (i % blockSide));
    }
  }
  return places;
}

/** All windows that are sharp enough and hang together with a seed. */
function growFrom(seeds: readonly number[], { least, columns }: SharpDetail, likely: number): Set<number> {
  const grown = new Set(seeds);
  // A set is walked in the order of adding, and what is added on the way is reached too.
  for (const window of grown) {
    for (const step of [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]) {
      if ((least[window + step] ?? 0) >= likely) grown.add(window + step);
    }
  }
  return grown;
}

/** Beside what is drawn, thin single lines are drawn too: they are sharp, but not along themselves. */
function addNearby(grown: ReadonlySet<number>, { peaks, columns, usual }: SharpDetail): Set<number> {
  const all = new Set(grown);
  const least = Math.max(lineStrength, lineOverUsual * usual);
  for (const window of grown) {
    for (let row = window - nearby * columns; row <= window + nearby * columns; row += columns) {
      for (let other = row - nearby; other <= row + nearby; other++) {
        if ((peaks[other] ?? 0) >= least) all.add(other);
      }
    }
  }
  return all;
}

/** Drawn lines are much sharper than the echoes beside them: what is as sharp as the window's sharpest, by a share. */
function markStrokes(strokes: Uint8Array, detail: SharpDetail, window: number): void {
  const { strength, width, columns, peaks, usual } = detail;
  const limit = Math.max(strokeStrength, strokeOverUsual * usual, strokeShare * (peaks[window] ?? 0));
  const first = blockSide * (Math.floor(window / columns) * width + (window % columns));
  for (let row = first; row < first + 2 * blockSide * width; row += width) {
    for (let at = row; at < row + 2 * blockSide; at++) if ((strength[at] ?? 0) >= limit) strokes[at] = 1;
  }
}
