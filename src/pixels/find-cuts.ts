import { type BeamPoint, beamGeometry } from './beam-geometry.ts';
import { type Ellipse, fitEllipse } from './fit-ellipse.ts';
import type { Cut, SectorEdge } from './framing.ts';
import { isInside } from './polygon.ts';
import type { Point, Sector } from './sector.ts';
import { spaceEvenly } from './space-evenly.ts';

/** A contour nearer than this to the sector's edge lies on it, as a share of the sector's width: outlines stop short. */
const EDGE = 0.015;
/** A contour that runs along an edge for a smaller share of its points only touches it. */
const LEAST_CONTACT = 0.04;
/** Cuts smaller than this are within what an outline can be off. */
const LEAST_CUT = 0.02;
/** With less of the contour free than this, what is missing cannot be told: more than half, surely. */
const LEAST_FREE = 0.35;
/** More is told as half: nothing shows how large the rest is. */
const HALF = 0.5;
/** The missing part is counted on a raster with this many points along each side. */
const RASTER = 40;
/** Points that a contour is followed by. */
const POINTS = 160;

/**
 * What the sector's edges cut off a capsule, largest first. Where a contour runs along an edge, that edge cuts it; the
 * rest of the contour is completed to an ellipse, and what of it lies beyond the edge is missing.
 */
export function findCuts(capsule: readonly Point[], sector: Sector): Cut[] {
  const { toBeam } = beamGeometry(sector);
  const margin = EDGE * sector.bounds.width;
  const points = spaceEvenly(capsule, POINTS);
  const [onEdge, free] = partition(points, (point) => distanceToPolygon(point, sector.outline) <= margin);
  const contacts = countEdges(onEdge.map((point) => nearestEdge(toBeam(point))));
  const ellipse = free.length < LEAST_FREE * POINTS ? null : fitEllipse(free);
  const beyond = ellipse && countBeyond(ellipse, sector);
  return [...contacts]
    .filter(([, count]) => count >= LEAST_CONTACT * POINTS)
    .map(([edge]): Cut => ({ edge, share: Math.min(HALF, beyond?.(edge) ?? HALF) }))
    .filter(({ share }) => share >= LEAST_CUT)
    .sort((a, b) => b.share - a.share);
}

/** Tells which share of an ellipse lies beyond an edge of the sector. */
function countBeyond({ valueAt, box }: Ellipse, sector: Sector): (edge: SectorEdge) => number {
  const { toBeam } = beamGeometry(sector);
  const { middle, halfWidth, halfHeight } = box;
  const at = (i: number): number => (2 * (i + 0.5)) / RASTER - 1;
  const inEllipse = Array.from({ length: RASTER * RASTER }, (_, i) => ({
    x: middle.x + halfWidth * at(i % RASTER),
    y: middle.y + halfHeight * at(Math.floor(i / RASTER)),
  })).filter((point) => valueAt(point) < 0);
  const outside = inEllipse.filter((point) => !isInside(sector.outline, point));
  const counts = countEdges(outside.map((point) => nearestEdge(toBeam(point))));
  return (edge) => (counts.get(edge) ?? 0) / Math.max(1, inEllipse.length);
}

function countEdges(edges: readonly SectorEdge[]): Map<SectorEdge, number> {
  const counts = new Map<SectorEdge, number>();
  for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  return counts;
}

/** The edge that a point lies nearest to or, outside the sector, farthest beyond. */
function nearestEdge({ lateral, depth }: BeamPoint): SectorEdge {
  const distances: readonly [SectorEdge, number][] = [
    ['left', lateral],
    ['right', 1 - lateral],
    ['near', depth],
    ['far', 1 - depth],
  ];
  return distances.reduce((best, other) => (other[1] < best[1] ? other : best))[0];
}

function partition<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

function distanceToPolygon(point: Point, polygon: readonly Point[]): number {
  return polygon.reduce((least, to, i) => {
    const from = polygon.at(i - 1) ?? to;
    return Math.min(least, distanceToSegment(point, from, to));
  }, Number.POSITIVE_INFINITY);
}

function distanceToSegment({ x, y }: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const along = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(dx * dx + dy * dy, Number.EPSILON);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - at * dx, y - from.y - at * dy);
}
