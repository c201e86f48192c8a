import { beamGeometry } from './beam-geometry.ts';
import { findCuts } from './find-cuts.ts';
import type { Framing } from './framing.ts';
import type { ShadowBand } from './meters.ts';
import { isInside, polygonArea, polygonAxes } from './polygon.ts';
import type { Point, Sector } from './sector.ts';

/** The shadowed share is counted on a raster with this many points along the capsule's longer side. */
const RASTER = 40;

/** Reads how a capsule, a polygon in picture pixels, lies in its sector. */
export function readFraming(
  capsule: readonly Point[],
  sector: Sector,
  shadows: readonly ShadowBand[],
): Framing {
  const { bounds, outline } = sector;
  const { centre, elongation } = polygonAxes(capsule);
  return {
    sectorShare: polygonArea(capsule) / polygonArea(outline),
    offCentre: (centre.x - bounds.x) / bounds.width - 0.5,
    depth: (centre.y - bounds.y) / bounds.height,
    elongation,
    cuts: findCuts(capsule, sector),
    shadowedShare: readShadowedShare(capsule, sector, shadows),
  };
}

function readShadowedShare(
  capsule: readonly Point[],
  sector: Sector,
  shadows: readonly ShadowBand[],
): number {
  if (shadows.length === 0) return 0;
  const { toBeam } = beamGeometry(sector);
  const inside = rasterOf(capsule).map(toBeam);
  const isShadowed = ({ lateral, depth }: { lateral: number; depth: number }): boolean =>
    shadows.some(({ from, to, startsAt = 0 }) => lateral >= from && lateral <= to && depth >= startsAt);
  return inside.filter(isShadowed).length / Math.max(1, inside.length);
}

/** Evenly spaced points inside a polygon. */
function rasterOf(polygon: readonly Point[]): Point[] {
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const step = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) / RASTER;
  const places = Array.from({ length: RASTER * RASTER }, (_, i) => ({
    x: left + ((i % RASTER) + 0.5) * step,
    y: top + (Math.floor(i / RASTER) + 0.5) * step,
  }));
  return places.filter((place) => isInside(polygon, place));
}
