import type { Point } from '../pixels/sector.ts';
import type { Polygon } from './annotation.ts';

/** Fewest points of a ring. */
export const fewestPoints = 3;

/**
 * One ring that goes round a polygon and its holes, for formats that have no holes: from the outline's first point a cut
 * leads to each hole and back. Fill and area (Gauss) of the ring are those of the polygon, and `splitRing` undoes it.
 */
export function joinRings({ outer, holes }: Polygon): Point[] {
  const [start] = outer;
  if (start === undefined) return [];
  return [...outer, ...holes.flatMap((hole) => [start, ...hole, ...hole.slice(0, 1)])];
}

/** The polygon that a ring was joined from; a ring without such cuts is a polygon without holes. */
export function splitRing(ring: readonly Point[]): Polygon {
  const plain: Polygon = { kind: 'polygon', outer: ring, holes: [] };
  const [start] = ring;
  if (start === undefined) return plain;
  const end = indexOfPoint(ring, start, fewestPoints);
  if (end < 0) return plain;
  const holes: (readonly Point[])[] = [];
  for (let at = end; at < ring.length; ) {
    const hole = holeAt(ring, at, start);
    if (hole === null) return plain;
    holes.push(hole);
    at += hole.length + 2;
  }
  return { kind: 'polygon', outer: ring.slice(0, end), holes };
}

/** A ring whose last point repeats the first, without it. */
export function openRing(ring: readonly Point[]): readonly Point[] {
  const [first] = ring;
  const last = ring.at(-1);
  const isClosed = ring.length > 1 && first !== undefined && last !== undefined && isSame(first, last);
  return isClosed ? ring.slice(0, -1) : ring;
}

/** The hole behind a cut: the outline's start, the hole, and the hole's own first point again. */
function holeAt(ring: readonly Point[], at: number, start: Point): readonly Point[] | null {
  const back = ring[at];
  const first = ring[at + 1];
  if (back === undefined || first === undefined || !isSame(back, start)) return null;
  const end = indexOfPoint(ring, first, at + 1 + fewestPoints);
  return end < 0 ? null : ring.slice(at + 1, end);
}

function indexOfPoint(ring: readonly Point[], point: Point, from: number): number {
  for (let at = from; at < ring.length; at++) {
    const other = ring[at];
    if (other !== undefined && isSame(other, point)) return at;
  }
  return -1;
}

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}
