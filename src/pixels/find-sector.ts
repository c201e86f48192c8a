import { clipPolygon } from './clip-polygon.ts';
import { fanOutline } from './fan-outline.ts';
import { findTissue } from './find-tissue.ts';
import { fitParallelEdge, type Side } from './fit-edge.ts';
import { fitFanSides } from './fit-fan.ts';
import type { GreyImage } from './grey-image.ts';
import { isSingleColour } from './read-colour.ts';
import type { Box, Point, Sector } from './sector.ts';
import { shrinkImage } from './shrink-image.ts';
import { type Extents, traceExtents } from './trace-extents.ts';

/** The longer side, in pixels, of the picture in which the sector is sought. */
const SEARCH_SIZE = 192;
/** Less of the picture than this is no insonated area. */
const LEAST_AREA = 0.03;
/** A level or upright edge must be seen over this share of the picture; a chance one in a fading side is shorter. */
const LEAST_EDGE = 0.2;
/** Level and upright edges are drawn to the pixel; the vote may move an end by one. */
const EDGE_TOLERANCE = 1;

/**
 * Finds the insonated part of a picture, in the picture's own pixels; null where there is none. The shape is
 * fitted to the borders that are seen, so parts that fade to black stay inside, and text, rulers, grey bars and
 * panels stay outside. See docs/decisions/0005-sector-detection.md.
 */
export function findSector(image: GreyImage): Sector | null {
  if (image.width < 8 || image.height < 8) return null;
  const small = shrinkImage(image, SEARCH_SIZE);
  if (isSingleColour(small)) return null;
  const tissue = findTissue(small);
  let area = 0;
  for (const mark of tissue) area += mark;
  if (area < LEAST_AREA * tissue.length) return null;
  const extents = traceExtents(tissue, small.width, small.height);
  const sides = fitFanSides(extents);
  const fan = sides ? fanOutline(extents, sides, fanBox(extents)) : null;
  const found = fan ?? { shape: 'rectangle' as const, outline: boxOutline(fitBox(extents)), apex: null };
  return enlarge(found, small.factor, image);
}

/**
 * The straight upright and level edges that are seen. Where one is not, the frame stands in for it above and below,
 * and in a crop also at the sides; else the farthest echoes do there, for the skin is mostly lit.
 */
function fitBox({ width, height, left, right, top, bottom }: Extents): Box {
  const y0 = 0 - (seenReach({ reach: top.map((y) => -y), frame: 0 }) ?? 0);
  const y1 = seenReach({ reach: bottom, frame: height }) ?? height;
  const isCrop = y0 === 0 && y1 === height;
  const leftmost = isCrop ? 0 : -robustLeast(left);
  const rightmost = isCrop ? width : -robustLeast(right.map((x) => -x));
  const x0 = 0 - (seenReach({ reach: left.map((x) => -x), frame: 0 }) ?? leftmost);
  const x1 = seenReach({ reach: right, frame: width }) ?? rightmost;
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** The upright edges that cut a fan off at its sides. */
function fanBox({ width, height, left, right }: Extents): Box {
  const x0 = 0 - (seenReach({ reach: left.map((x) => -x), frame: 0 }) ?? 0);
  const x1 = seenReach({ reach: right, frame: width }) ?? width;
  return { x: x0, y: 0, width: x1 - x0, height };
}

function seenReach(side: Side): number | null {
  const edge = fitParallelEdge(side, 0, EDGE_TOLERANCE);
  return edge.score >= LEAST_EDGE * side.reach.length ? edge.offset : null;
}

/** The least value but for two outliers. */
function robustLeast(values: Float32Array): number {
  return values.toSorted()[2] ?? 0;
}

function boxOutline({ x, y, width, height }: Box): Point[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
}

/** Carries a shape found in the shrunk picture over to the picture itself. */
function enlarge(found: Omit<Sector, 'bounds'>, factor: number, image: GreyImage): Sector | null {
  const scale = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  const frame = { x: 0, y: 0, width: image.width, height: image.height };
  const outline = clipPolygon(found.outline.map(scale), frame);
  if (outline.length < 3) return null;
  return { ...found, outline, bounds: boundsOf(outline), apex: found.apex && scale(found.apex) };
}

function boundsOf(outline: readonly Point[]): Box {
  const xs = outline.map((point) => point.x);
  const ys = outline.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
