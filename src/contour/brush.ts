import type { Polygon } from '../annotation/annotation.ts';
import type { Point } from '../pixels/sector.ts';
import { subtract, sweep, unite } from './combine-polygons.ts';
import { liesInside } from './find-touched.ts';
import { thin } from './tidy-polygons.ts';

/** What a brush does along its way: makes the region larger or smaller. */
export type BrushEffect = 'grow' | 'shrink';

/** A round brush on its way, in picture pixels. */
export interface BrushMove {
  readonly effect: BrushEffect;
  /** Where it was and where it went. */
  readonly trail: readonly Point[];
  readonly radius: number;
  /** How far the edge may be off, so that few points are needed. */
  readonly tolerance: number;
}

/** What a stroke that pushes does: from inside it pushes the edge out, from outside in; on nothing it starts a region. */
export function effectOfPush(polygons: readonly Polygon[], start: Point): BrushEffect {
  const isOutside = polygons.length > 0 && !polygons.some((polygon) => liesInside(polygon, start));
  return isOutside ? 'shrink' : 'grow';
}

/** The region after a brush moved over it. */
export function brush(polygons: readonly Polygon[], move: BrushMove): Polygon[] {
  const { effect, trail, radius, tolerance } = move;
  const swept = sweep(trail, { radius, tolerance });
  const changed = effect === 'grow' ? unite(polygons, swept) : subtract(polygons, swept);
  return thin(changed, tolerance);
}
