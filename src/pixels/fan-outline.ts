import { clipPolygon } from './clip-polygon.ts';
import { type Arc, fitBottomArc, fitTopArc } from './fit-arc.ts';
import { fitParallelEdge, type Side } from './fit-edge.ts';
import type { FanSides } from './fit-fan.ts';
import type { Box, Point, Sector } from './sector.ts';
import type { Extents } from './trace-extents.ts';

const BOTTOM_POINTS = 28;
const TOP_POINTS = 14;
/** An arc, or a level cut through it, must be seen on this share of the columns between the sides. */
const LEAST_BOTTOM = 0.12;
const LEAST_TOP = 0.25;
/** Pixels by which an arc must pass a level edge for the edge to be a cut and not the arc's own flat part. */
const CUT_DEPTH = 2;

/** A fan between its sides: the two ends of its columns, and what was fitted to them. */
interface FanEnds {
  readonly apex: Point;
  readonly up: Side;
  readonly down: Side;
  readonly bottom: Arc;
  readonly top: Arc;
}

/** Completes a fan from its sides: arcs where they are seen, cut by the box. Null where the sides enclose nothing. */
export function fanOutline(extents: Extents, sides: FanSides, box: Box): Omit<Sector, 'bounds'> | null {
  const ends = fitEnds(extents, sides);
  const polygon = [
    ...arcPoints(ends.apex, sides, { arc: ends.top, points: TOP_POINTS }),
    ...arcPoints(ends.apex, sides, { arc: ends.bottom, points: BOTTOM_POINTS }).reverse(),
  ];
  const top = Math.max(box.y, topCut(ends));
  const bottom = Math.min(box.y + box.height, bottomCut(ends));
  const outline = clipPolygon(polygon, { ...box, y: top, height: bottom - top });
  if (outline.length < 3) return null;
  const hasArc = ends.bottom.score > 0 || ends.top.radius > 0;
  return {
    shape: hasArc ? 'fan' : 'trapezoid',
    outline,
    apex: ends.apex,
    pixelAspect: Math.sqrt(ends.bottom.stretch),
  };
}

function fitEnds(extents: Extents, sides: FanSides): FanEnds {
  const apexY = -(sides.left.offset + sides.right.offset) / (sides.left.slope + sides.right.slope);
  const apex = { x: sides.right.offset + sides.right.slope * apexY, y: apexY };
  const { up, down } = columnsBetween(extents, sides);
  const seen = fitBottomArc(down, apex);
  const bottom = seen.score >= LEAST_BOTTOM * count(down) ? seen : farthest(down, apex);
  const begin = fitTopArc(up, apex, bottom.stretch);
  const top = begin.score >= LEAST_TOP * count(up) ? begin : { ...begin, radius: 0 };
  return { apex, up, down, bottom, top };
}

/** The column ends that lie between the sides; text beside the fan does not count. */
function columnsBetween({ height, top, bottom }: Extents, { left, right }: FanSides) {
  const isBetween = (x: number, y: number) =>
    -x <= left.offset + left.slope * y + 1 && x <= right.offset + right.slope * y + 1;
  const up = top.map((y, column) => (isBetween(column + 0.5, y - 3) ? -y : Number.NaN));
  const down = bottom.map((y, column) => (isBetween(column + 0.5, y - 3) ? y : Number.NaN));
  return { up: { reach: up, frame: 0 }, down: { reach: down, frame: height } };
}

/** An arc of square pixels round everything: where the far end is not seen as an arc. */
function farthest({ reach }: Side, apex: Point): Arc {
  let radius = 0;
  for (const [column, y] of reach.entries()) {
    if (!Number.isNaN(y)) radius = Math.max(radius, Math.hypot(column + 0.5 - apex.x, y - apex.y));
  }
  return { radius, stretch: 1, score: 0 };
}

/** The y of a level lower end that cuts the arc; infinite where there is none. */
function bottomCut({ down, bottom, apex }: FanEnds): number {
  const level = fitParallelEdge(down, 0).offset;
  let cut = 0;
  for (const [column, y] of down.reach.entries()) {
    if (Math.abs(y - level) <= 1 && arcY(bottom, apex, column) > level + CUT_DEPTH) cut++;
  }
  return cut >= LEAST_BOTTOM * count(down) ? level : Number.POSITIVE_INFINITY;
}

/** The y of a level upper end below the arc, or where the echoes begin when no arc is seen there. */
function topCut({ up, top, apex }: FanEnds): number {
  const level = -fitParallelEdge(up, 0).offset;
  let cut = 0;
  for (const [column, reach] of up.reach.entries()) {
    if (Math.abs(-reach - level) <= 1 && arcY(top, apex, column) < level - CUT_DEPTH) cut++;
  }
  if (cut >= LEAST_TOP * count(up)) return level;
  if (top.radius > 0) return 0;
  return Math.min(...up.reach.filter((reach) => !Number.isNaN(reach)).map((reach) => -reach));
}

function arcY({ radius, stretch }: Arc, apex: Point, column: number): number {
  return apex.y + Math.sqrt(Math.max(0, radius * radius - stretch * (column + 0.5 - apex.x) ** 2));
}

function count({ reach }: Side): number {
  let n = 0;
  for (const value of reach) if (!Number.isNaN(value)) n++;
  return n;
}

/** Points along an arc from the left side to the right one. */
function arcPoints(
  apex: Point,
  { left, right }: FanSides,
  { arc, points }: { readonly arc: Arc; readonly points: number },
): Point[] {
  if (arc.radius <= 0) return [apex];
  const across = Math.sqrt(arc.stretch);
  const from = Math.atan(-left.slope * across);
  const to = Math.atan(right.slope * across);
  return Array.from({ length: points }, (_, i) => {
    const angle = from + ((to - from) * i) / (points - 1);
    return {
      x: apex.x + (arc.radius * Math.sin(angle)) / across,
      y: apex.y + arc.radius * Math.cos(angle),
    };
  });
}
