import { Failure } from '../failure.ts';
import { isInside } from '../pixels/polygon.ts';
import type { Box, Point } from '../pixels/sector.ts';
import { traceContours } from '../pixels/trace-contours.ts';
import type { Polygon } from './annotation.ts';
import { mostEdgePixels } from './limits.ts';
import type { Mask } from './paint-shape.ts';

/** A contour, which way it turns, and its bounds. */
interface Contour {
  readonly points: readonly Point[];
  /** Positive where the marks lie inside, negative for a hole: contours keep the marks on the same side. */
  readonly signedArea: number;
  readonly bounds: Box;
}

/**
 * The outlines of a mask's connected parts (4 neighbours) with their holes, in pixels of the picture, each between the
 * centres of the pixels in and out: painted again, they give the same mask.
 * @throws Failure `unexpected` for a mask of noise
 */
export function traceMask(mask: Mask): Polygon[] {
  if (countEdges(mask) > mostEdgePixels)
    throw new Failure('unexpected', 'the mask is too ragged to be outlined');
  const box = boundsOfMarks(mask);
  if (box === null) return [];
  const contours = traceContours(gridOf(mask, box)).map((points) => describe(points, box));
  const outers = contours.filter(({ signedArea }) => signedArea > 0);
  const holes = new Map<Contour, Point[][]>(outers.map((outer) => [outer, []]));
  for (const contour of contours) {
    if (contour.signedArea > 0) continue;
    const outer = outerOf(contour, outers);
    if (outer !== undefined) holes.get(outer)?.push([...contour.points]);
  }
  return [...holes].map(([{ points }, inside]) => ({ kind: 'polygon', outer: points, holes: inside }));
}

/** How often marked and unmarked pixels follow each other. */
function countEdges({ marks }: Mask): number {
  let edges = 0;
  let before = 0;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] ?? 0;
    if (mark !== before) edges++;
    before = mark;
  }
  return edges;
}

function boundsOfMarks({ width, height, marks }: Mask): Box | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let row = 0; row < height; row++) {
    const line = marks.subarray(row * width, (row + 1) * width);
    const first = line.indexOf(1);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, line.lastIndexOf(1));
    top = Math.min(top, row);
    bottom = row;
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function gridOf({ width, marks }: Mask, box: Box) {
  const values = new Float32Array(box.width * box.height).fill(-1);
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      if (marks[(box.y + row) * width + box.x + column] === 1) values[row * box.width + column] = 1;
    }
  }
  return { rows: box.height, columns: box.width, values };
}

function describe(contour: readonly Point[], { x, y }: Box): Contour {
  const points = withoutStraightPoints(contour).map((point) => ({ x: point.x + x, y: point.y + y }));
  let doubled = 0;
  let before = points.at(-1);
  for (const point of points) {
    if (before) doubled += point.x * before.y - before.x * point.y;
    before = point;
  }
  return { points, signedArea: doubled / 2, bounds: boundsOf(points) };
}

/** Contours run in steps of a pixel: a point on the line between its neighbours says nothing. */
function withoutStraightPoints(points: readonly Point[]): Point[] {
  return points.filter((point, i) => {
    const before = points.at(i - 1) ?? point;
    const after = points[(i + 1) % points.length] ?? point;
    return (point.x - before.x) * (after.y - point.y) !== (point.y - before.y) * (after.x - point.x);
  });
}

/** The smallest outline around a hole. */
function outerOf({ points, bounds }: Contour, outers: readonly Contour[]): Contour | undefined {
  const [first] = points;
  let smallest: Contour | undefined;
  for (const outer of outers) {
    const isCloser = smallest === undefined || outer.signedArea < smallest.signedArea;
    if (first && isCloser && isWithin(bounds, outer.bounds) && isInside(outer.points, first))
      smallest = outer;
  }
  return smallest;
}

function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
