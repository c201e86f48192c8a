import fc from 'fast-check';
import type { TrendPoint } from '../../../src/trend/change.ts';
import type { TrendPicture } from '../../../src/trend/kidney-trend.ts';

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;
/** 1 January 2026. */
export const firstDay = Date.UTC(2026, 0, 1, 10);

const positive = (max: number) => fc.double({ min: 0.1, max, noNaN: true });

export const anyPoint: fc.Arbitrary<TrendPoint> = fc
  .record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 1000 * day }),
    value: positive(200),
    half: positive(30),
    isLowerBound: fc.boolean(),
    madeBy: fc.constantFrom('a', 'b'),
  })
  .map(({ half, ...point }) => ({ ...point, low: point.value - half, high: point.value + half }));

const anySize = fc.record({
  value: fc.double({ min: 4, max: 15, noNaN: true }),
  plusMinus: positive(2),
  isLowerBound: fc.boolean(),
});

const anyPart: fc.Arbitrary<TrendPicture> = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: 0, max: 48 }).map((halfHours) => firstDay + halfHours * 0.5 * hour),
  side: fc.constantFrom('left', 'right', null),
  length: fc.oneof(
    anySize.map((size) => ({ ...size, isByHand: false, scale: 'dicom-region' as const })),
    fc.constantFrom({ why: 'no-scale' as const }, { why: 'across' as const }),
  ),
  volume: fc.constant(null),
  estimate: fc.constant(null),
});

export const anyPicture: fc.Arbitrary<TrendPicture> = fc
  .record({ picture: anyPart, egfr: fc.option(positive(120)) })
  .map(({ picture, egfr }) => (egfr === null ? picture : { ...picture, estimate: estimate(picture, egfr) }));

/** What a model made of a picture: this value, with an interval of ± 9. */
export function estimate({ id, length }: TrendPicture, value: number): TrendPicture['estimate'] {
  const lengthCm = 'why' in length ? null : length.value;
  const egfr = { value, low: value - 9, high: value + 9 };
  return { id, lengthCm, axisShare: 0.4, model: 'm', reading: { egfr, scale: 's', ckd: null } };
}

/** A picture along a kidney of this length, so many days after the first. */
export function picture(days: number, lengthCm: number, changes: Partial<TrendPicture> = {}): TrendPicture {
  return {
    id: `${days}-${lengthCm}`,
    at: firstDay + days * day,
    side: 'right',
    length: { value: lengthCm, plusMinus: 0.4, isLowerBound: false, isByHand: false, scale: 'ruler' },
    volume: null,
    estimate: null,
    ...changes,
  };
}
