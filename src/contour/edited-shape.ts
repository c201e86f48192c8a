import type { Polygon } from '../annotation/annotation.ts';
import type { Point } from '../pixels/sector.ts';

/** One contour on its way through the editor. */
export interface EditedShape {
  /** Names the contour as long as it is edited; parts that are split off get names of their own. */
  readonly id: string;
  /** What it outlines, as the caller spells it. */
  readonly label: string;
  readonly polygon: Polygon;
}

/** A polygon without holes. */
export function polygonOf(outer: readonly Point[]): Polygon {
  return { kind: 'polygon', outer, holes: [] };
}

/** All closed lines of a polygon: the outer one, then the holes. */
export function ringsOf({ outer, holes }: Polygon): readonly (readonly Point[])[] {
  return [outer, ...holes];
}

/** The polygon with every closed line changed. */
export function mapRings(
  polygon: Polygon,
  change: (ring: readonly Point[], index: number) => readonly Point[],
): Polygon {
  const [outer = [], ...holes] = ringsOf(polygon).map(change);
  return { kind: 'polygon', outer, holes };
}
