import type { Point, Sector } from './sector.ts';

/** A place in the sector as the probe sees it. */
export interface BeamPoint {
  /** Along the beam: 0 at the skin, 1 at the deepest point of the sector. */
  readonly depth: number;
  /** Across the beams: 0 at the sector's left edge, 1 at its right; an angle where beams fan out. */
  readonly lateral: number;
}

/** Converts between picture pixels and places along and across the beams. */
export interface BeamGeometry {
  readonly toPoint: (beam: BeamPoint) => Point;
  readonly toBeam: (point: Point) => BeamPoint;
}

/** Points looked at on each edge of the outline to find the nearest and farthest depth. */
const STEPS_PER_EDGE = 8;

/** The beams of a sector: rays from its apex, or columns where there is none. */
export function beamGeometry(sector: Sector): BeamGeometry {
  return sector.apex ? fanGeometry(sector, sector.apex) : columnGeometry(sector);
}

function columnGeometry({ bounds }: Sector): BeamGeometry {
  return {
    toPoint: ({ depth, lateral }) => ({
      x: bounds.x + lateral * bounds.width,
      y: bounds.y + depth * bounds.height,
    }),
    toBeam: ({ x, y }) => ({ depth: (y - bounds.y) / bounds.height, lateral: (x - bounds.x) / bounds.width }),
  };
}

function fanGeometry(sector: Sector, apex: Point): BeamGeometry {
  const aspect = sector.pixelAspect ?? 1;
  const radiusOf = ({ x, y }: Point) => Math.hypot((x - apex.x) * aspect, y - apex.y);
  const angleOf = ({ x, y }: Point) => Math.atan2((x - apex.x) * aspect, y - apex.y);
  const edge = alongOutline(sector.outline);
  const radii = rangeOf(edge.map(radiusOf));
  const angles = rangeOf(edge.map(angleOf));
  return {
    toPoint: ({ depth, lateral }) => {
      const radius = radii.least + depth * radii.span;
      const angle = angles.least + lateral * angles.span;
      return { x: apex.x + (radius * Math.sin(angle)) / aspect, y: apex.y + radius * Math.cos(angle) };
    },
    toBeam: (point) => ({
      depth: (radiusOf(point) - radii.least) / radii.span,
      lateral: (angleOf(point) - angles.least) / angles.span,
    }),
  };
}

function alongOutline(outline: readonly Point[]): Point[] {
  return outline.flatMap((from, i) => {
    const to = outline[(i + 1) % outline.length] ?? from;
    return Array.from({ length: STEPS_PER_EDGE }, (_, step) => {
      const share = step / STEPS_PER_EDGE;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    });
  });
}

function rangeOf(values: readonly number[]): { least: number; span: number } {
  const least = Math.min(...values);
  return { least, span: Math.max(...values) - least };
}
