import { COVER } from './border-uncertainty.ts';
import { lengthOf } from './greatest-diameter.ts';
import type { Line, Measurement } from './measurement.ts';
import { type PictureScale, toPlane } from './picture-scale.ts';
import type { Centimetres, Pixels } from './units.ts';

/** Standard uncertainty of one mark set under a magnifier, in pixels of the analysed picture; chosen. */
export const MARK = 1;

/** The length of a caliper, in the scale's unit. */
export type CaliperLength =
  | ({ readonly unit: 'cm' } & Measurement<Centimetres>)
  | ({ readonly unit: 'px' } & Measurement<Pixels>);

/**
 * The distance between two marks set by hand, in pixels of the analysed picture. ± holds the scale and how finely
 * marks can be set, along the line; where a border lies, the hand has decided.
 */
export function measureCaliper(line: Line, scale: PictureScale): CaliperLength {
  const plane = { from: toPlane(scale, line.from), to: toPlane(scale, line.to) };
  const value = lengthOf(plane);
  const way =
    value > 0 ? { x: (plane.to.x - plane.from.x) / value, y: (plane.to.y - plane.from.y) / value } : plane.to;
  const mark = MARK * Math.hypot(way.x * scale.x, way.y * scale.y);
  const parts = {
    scale: COVER * scale.uncertainty * value,
    border: value > 0 ? COVER * Math.SQRT2 * mark : COVER * Math.SQRT2 * MARK * scale.y,
    readers: 0,
  };
  const measurement: Measurement = {
    value,
    plusMinus: Math.hypot(parts.scale, parts.border),
    parts,
    trace: { kind: 'line', line: { from: line.from, to: line.to } },
    isLowerBound: false,
    isByHand: true,
  };
  return { unit: scale.unit, ...measurement } as CaliperLength;
}
