import type { Poles } from './fit-kidney-crop.ts';
import type { Point, Sector } from './sector.ts';

/** What the poles are looked for in. */
export interface AxisSearch {
  /** Middles of the crosses that a scanner burned in, picture pixels. */
  readonly calipers: readonly Point[];
  readonly sector: Sector;
  /** The poles of the capsule's outline; null where there is none. */
  readonly outlinePoles: Poles | null;
}

/** A kidney's length is at least this share of the shorter side of the sector's box; stones and cysts are smaller. */
const leastSpan = 0.3;
/** With an outline: each caliper lies within this share of its length from one of its poles. */
const nearPole = 0.2;
/** Calipers that have each a partner nearer than this share of the span measure two other things. */
const nearPartner = 0.25;

/**
 * Which two calipers are the poles of the kidney's long axis, the left one first; null where no pair is convincing:
 * where all measure something small, or lie away from the ends of the outline. With an outline it is the pair that
 * fits its poles best; without one the longest, for no other diameter of a kidney is as long.
 */
export function proposeAxis({ calipers, sector, outlinePoles }: AxisSearch): Poles | null {
  const metric = metricOf(sector);
  const missOf = (pair: Poles): number =>
    outlinePoles ? distanceFrom(outlinePoles, pair, metric) : -metric(...pair);
  const most = outlinePoles
    ? nearPole * metric(...outlinePoles)
    : -leastSpan * Math.min(sector.bounds.width * (sector.pixelAspect ?? 1), sector.bounds.height);
  const [best] = calipers
    .flatMap((from, i) =>
      calipers.slice(i + 1).map((to): Poles => (from.x <= to.x ? [from, to] : [to, from])),
    )
    .filter((pair) => missOf(pair) <= most && !measuresOthers(pair, calipers, metric))
    .sort((one, other) => missOf(one) - missOf(other));
  return best ?? null;
}

type Metric = (from: Point, to: Point) => number;

function metricOf({ pixelAspect = 1 }: Sector): Metric {
  return (from, to) => Math.hypot((to.x - from.x) * pixelAspect, to.y - from.y);
}

/** How far the farther end lies from its pole. */
function distanceFrom([a, b]: Poles, [from, to]: Poles, metric: Metric): number {
  const asGiven = Math.max(metric(from, a), metric(to, b));
  const turned = Math.max(metric(from, b), metric(to, a));
  return Math.min(asGiven, turned);
}

/** Whether both ends are rather the ends of two short measurements. */
function measuresOthers([from, to]: Poles, calipers: readonly Point[], metric: Metric): boolean {
  const hasPartner = (end: Point): boolean =>
    calipers.some(
      (other) => other !== from && other !== to && metric(other, end) < nearPartner * metric(from, to),
    );
  return hasPartner(from) && hasPartner(to);
}
