import { ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts/dist/Core.js';
import { Clipper64, type PolyPath64, PolyTree64 } from 'clipper2-ts/dist/Engine.js';
import { ClipperOffset, EndType, JoinType } from 'clipper2-ts/dist/Offset.js';
import type { Polygon } from '../annotation/annotation.ts';
import type { Point } from '../pixels/sector.ts';
import { ringsOf } from './edited-shape.ts';

/** Clipper counts in whole numbers, which makes it exact: so many of them are a pixel. */
const perPixel = 1000;
/** Smaller pieces, in square pixels, are crumbs of the arithmetic. */
const crumb = 0.01;

/** What lies in any of these polygons; overlapping ones are joined, and none crosses itself. */
export function unite(polygons: readonly Polygon[], more: readonly Polygon[] = []): Polygon[] {
  return combine(ClipType.Union, polygons, more);
}

/** What lies in these polygons and in none of those. */
export function subtract(polygons: readonly Polygon[], those: readonly Polygon[]): Polygon[] {
  return combine(ClipType.Difference, polygons, those);
}

/** What a round brush covers on its way, in picture pixels; its edge is off by at most `tolerance`. */
export function sweep(
  trail: readonly Point[],
  { radius, tolerance }: { readonly radius: number; readonly tolerance: number },
): Polygon[] {
  const offset = new ClipperOffset(2, Math.max(1, tolerance * perPixel));
  // A line of no length has no direction, and a point is drawn as a disc.
  offset.addPath(withoutRepeats(toPath(trail)), JoinType.Round, EndType.Round);
  const tree = new PolyTree64();
  offset.execute(radius * perPixel, tree);
  return readTree(tree);
}

function combine(type: ClipType, subject: readonly Polygon[], clip: readonly Polygon[]): Polygon[] {
  const clipper = new Clipper64();
  // Points on straight lines that were drawn by hand stay only where they carry the form.
  clipper.preserveCollinear = false;
  clipper.addSubject(toPaths(subject));
  clipper.addClip(toPaths(clip));
  const tree = new PolyTree64();
  clipper.execute(type, FillRule.NonZero, tree);
  return readTree(tree);
}

/** With the outer line turning one way and the holes the other, whichever way they were drawn. */
function toPaths(polygons: readonly Polygon[]): Paths64 {
  return polygons.flatMap((polygon) =>
    ringsOf(polygon).map((ring, index) => {
      const path = toPath(ring);
      return turnsRight(ring) === (index === 0) ? path : path.reverse();
    }),
  );
}

function toPath(points: readonly Point[]): Path64 {
  return points.map(({ x, y }) => ({ x: Math.round(x * perPixel), y: Math.round(y * perPixel) }));
}

function withoutRepeats(path: Path64): Path64 {
  return path.filter(({ x, y }, i) => i === 0 || x !== path[i - 1]?.x || y !== path[i - 1]?.y);
}

function turnsRight(ring: readonly Point[]): boolean {
  return signedArea(ring) >= 0;
}

function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach(({ x, y }, i) => {
    const next = ring[(i + 1) % ring.length];
    if (next) sum += x * next.y - next.x * y;
  });
  return sum / 2;
}

/** Outer lines with their holes, largest first. */
function readTree(tree: PolyTree64): Polygon[] {
  const found: Polygon[] = [];
  collect(tree, found);
  return found.toSorted((a, b) => Math.abs(signedArea(b.outer)) - Math.abs(signedArea(a.outer)));
}

function collect(parent: PolyPath64, found: Polygon[]): void {
  for (const outer of childrenOf(parent)) {
    const holes = childrenOf(outer);
    const polygon = {
      kind: 'polygon',
      outer: toRing(outer),
      holes: holes.map(toRing).filter(isMore),
    } as const;
    if (isMore(polygon.outer)) found.push(polygon);
    for (const hole of holes) collect(hole, found);
  }
}

function childrenOf(path: PolyPath64): PolyPath64[] {
  return Array.from({ length: path.count }, (_, index) => path.child(index));
}

function toRing({ poly }: PolyPath64): Point[] {
  return (poly ?? []).map(({ x, y }) => ({ x: x / perPixel, y: y / perPixel }));
}

function isMore(ring: readonly Point[]): boolean {
  return ring.length > 2 && Math.abs(signedArea(ring)) > crumb;
}
