import type { Point } from '../pixels/sector.ts';
import { lengthOf } from './greatest-diameter.ts';
import { distanceAlong, inwardRays, type Ray } from './inward-rays.ts';
import type { Line } from './measurement.ts';

type Contours = readonly (readonly Point[])[];

/** What thickness is read from: closed contours in a plane where lengths are the same in all directions. */
export interface Layers {
  readonly capsule: readonly Point[];
  /** Pole to pole. */
  readonly axis: Line;
  readonly medulla: Contours;
  readonly sinus: Contours;
}

/** A median over lines from the capsule inwards. */
export interface Thickness {
  readonly value: number;
  readonly lines: readonly Line[];
}

/** Thickness is read where this share of the length, about its middle, lies beside it. */
const MIDDLE = 1 / 2;
/** Where less than this share of the usual thickness is left, the sinus opens to the hilum. */
const HILUM = 0.6;
/** No pyramid's base lies deeper than this share of the way to the sinus, or of half the width where that is unknown. */
const DEEPEST_BASE = 0.75;
/** With fewer lines a median says little. */
const LEAST_LINES = 5;

/**
 * Thickness of the parenchyma: from the capsule to the central echo complex, the median over rays square to the
 * capsule. As radiologists do (Kadioglu, AJR 2010;194:509), it is read in the middle of the kidney, here its middle
 * half, and away from the hilum. Null where too few rays meet a central echo complex.
 */
export function readParenchyma(layers: Layers): Thickness | null {
  const met = middleRays(layers).map((ray) => ({ ray, depth: distanceAlong(ray, layers.sinus) }));
  const all = met.filter(({ depth }) => depth < lengthOf(layers.axis) / 2);
  const usual = quantile(
    all.map(({ depth }) => depth),
    0.75,
  );
  return summarise(all.filter(({ depth }) => depth >= HILUM * usual));
}

/**
 * Thickness of the cortex: from the capsule to the outer border of the pyramids (to their base: Hansen, Nielsen and
 * Ewertsen, Diagnostics 2016;6:2), the median over rays square to the capsule that meet a pyramid before the
 * central echo complex. Null where too few do.
 */
export function readCortex(layers: Layers): Thickness | null {
  const met = inwardRays(layers.capsule).map((ray) => ({
    ray,
    depth: distanceAlong(ray, layers.medulla),
    sinus: Math.min(distanceAlong(ray, layers.sinus), lengthOf(layers.axis) / 4),
  }));
  return summarise(met.filter(({ depth, sinus }) => depth < DEEPEST_BASE * sinus));
}

/** Rays that start beside the middle of the long axis. */
function middleRays({ capsule, axis }: Layers): Ray[] {
  const length = lengthOf(axis);
  return inwardRays(capsule).filter(({ from }) => {
    const along =
      ((from.x - axis.from.x) * (axis.to.x - axis.from.x) +
        (from.y - axis.from.y) * (axis.to.y - axis.from.y)) /
      length ** 2;
    return Math.abs(along - 1 / 2) <= MIDDLE / 2;
  });
}

function summarise(met: readonly { readonly ray: Ray; readonly depth: number }[]): Thickness | null {
  if (met.length < LEAST_LINES) return null;
  const value = quantile(
    met.map(({ depth }) => depth),
    0.5,
  );
  const sorted = met.toSorted((a, b) => Math.abs(a.depth - value) - Math.abs(b.depth - value));
  const lines = sorted.map(({ ray: { from, way }, depth }) => ({
    from,
    to: { x: from.x + depth * way.x, y: from.y + depth * way.y },
  }));
  return { value, lines };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const lower = sorted[Math.floor(at)] ?? Number.NaN;
  const upper = sorted[Math.ceil(at)] ?? Number.NaN;
  return lower + (at - Math.floor(at)) * (upper - lower);
}
