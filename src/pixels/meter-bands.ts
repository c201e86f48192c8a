import type { Meters } from './meters.ts';

/** The meters that have a normal band. */
export type MeterName = Exclude<keyof Meters, 'histogram' | 'depthCurve' | 'shadows'>;

/** The values, both included, between which a meter is normal; in the meter's own unit. */
export interface MeterBand {
  readonly low: number;
  readonly high: number;
}

export type MeterJudgement = 'low' | 'normal' | 'high';

/**
 * Normal bands: 5th to 95th percentile over the 121 annotated kidney pictures that are optimal, of right gain and
 * free of artefact, rounded outwards; 0 where less is only better. Measured with
 * `npx tsx training/meter-bands.ts --data ../shared/data`. White-out alone is wider than measured (0.1 %): all
 * these pictures come from one family of scanners, and one in a hundred white pixels hides nothing.
 */
export const meterBands: Readonly<Record<MeterName, MeterBand>> = {
  brightness: { low: 17, high: 38 },
  saturatedShare: { low: 0, high: 0.01 },
  lostShare: { low: 0, high: 0.16 },
  farMinusNear: { low: -16, high: 9 },
  shadowShare: { low: 0, high: 0.22 },
  sharpness: { low: 31, high: 46 },
};

/** Where a meter's value lies beside its normal band. */
export function judgeMeter(name: MeterName, value: number): MeterJudgement {
  const { low, high } = meterBands[name];
  if (value < low) return 'low';
  return value > high ? 'high' : 'normal';
}
