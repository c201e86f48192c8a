import type { CalibrationSource } from '../pixels/calibration.ts';
import type { Measure, TrendPoint } from './change.ts';
import { differentKidneys } from './different-kidneys.ts';
import { type Series, seriesOf } from './series.ts';
import { type Dated, visitsOf } from './visits.ts';

/** Which kidney, as a person said; null where nobody did. */
export type Side = 'left' | 'right' | null;

/** A size in one picture, its ± half the width of a 95 % interval. */
export interface TrendSize {
  readonly value: number;
  readonly plusMinus: number;
  readonly isLowerBound: boolean;
}

/** Why a picture adds no length: no scale, no kidney outlined, or a view across, whose longest line is not the length. */
export type WhyNoLength = 'no-scale' | 'no-kidney' | 'across';

/** What one picture says of its kidney. */
export interface TrendPicture extends Dated {
  readonly side: Side;
  /** Centimetres, of a view along the kidney. */
  readonly length:
    | (TrendSize & { readonly isByHand: boolean; readonly scale: CalibrationSource })
    | { readonly why: WhyNoLength };
  /** Millilitres, from this picture and the one it is paired with; `along` is the id of the long view of the two. */
  readonly volume: (TrendSize & { readonly along: string; readonly lengthCm: number }) | null;
  /** eGFR as a model read it off the picture, mL/min/1.73 m², the ends of its 90 % interval, and the model's fingerprint. */
  readonly estimate: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly model: string;
  } | null;
}

/** What a kidney is followed by; blood is the person's. */
export type KidneyMeasure = Exclude<Measure, 'blood'>;

/** One kidney over visits. */
export interface KidneyTrend {
  readonly side: Side;
  /** How many visits, with or without a value. */
  readonly visits: number;
  readonly series: Readonly<Record<KidneyMeasure, Series>>;
  /** Pictures without a length, by why. */
  readonly without: Readonly<Record<WhyNoLength, number>>;
  /** Pictures of one visit that look like two kidneys. */
  readonly doubts: readonly (readonly [TrendPicture, TrendPicture])[];
}

/** The kidneys that the pictures of one patient show, right, left and unsaid, each over its visits. */
export function kidneyTrends(pictures: readonly TrendPicture[]): readonly KidneyTrend[] {
  const sides: readonly Side[] = ['right', 'left', null];
  return sides.flatMap((side) => {
    const ofSide = pictures.filter((picture) => picture.side === side);
    return ofSide.length === 0 ? [] : [kidneyTrend(side, ofSide)];
  });
}

function kidneyTrend(side: Side, pictures: readonly TrendPicture[]): KidneyTrend {
  const visits = visitsOf(pictures);
  // Either kidney may be in any of them.
  const isMixed = side === null;
  const series = (measure: KidneyMeasure): Series =>
    seriesOf(
      measure,
      visits.flatMap((visit) => standFor(visit, points[measure]) ?? []),
      isMixed,
    );
  return {
    side,
    visits: visits.length,
    series: { length: series('length'), volume: series('volume'), picture: series('picture') },
    without: {
      'no-scale': countWithout(pictures, 'no-scale'),
      'no-kidney': countWithout(pictures, 'no-kidney'),
      across: countWithout(pictures, 'across'),
    },
    doubts: isMixed
      ? []
      : visits.flatMap((visit) => {
          const doubt = differentKidneys(visit);
          return doubt ? [doubt] : [];
        }),
  };
}

function countWithout(pictures: readonly TrendPicture[], why: WhyNoLength): number {
  return pictures.filter(({ length, volume }) => 'why' in length && length.why === why && volume === null)
    .length;
}

/** A candidate for a visit, and how long the kidney is in it. */
type Candidate = readonly [point: TrendPoint, lengthCm: number];

/** Of several comparable pictures the longest view stands for the visit, as published. */
function standFor(
  visit: readonly TrendPicture[],
  read: (picture: TrendPicture) => Candidate | null,
): TrendPoint | null {
  const candidates = visit.flatMap((picture) => {
    const candidate = read(picture);
    return candidate ? [candidate] : [];
  });
  const longest = Math.max(...candidates.map(([, lengthCm]) => lengthCm));
  return candidates.find(([, lengthCm]) => lengthCm === longest)?.[0] ?? null;
}

const points: Readonly<Record<KidneyMeasure, (picture: TrendPicture) => Candidate | null>> = {
  length: ({ id, at, length }) =>
    'why' in length ? null : [{ id, at, ...barOf(length), madeBy: '' }, length.value],
  volume: ({ at, volume }) =>
    volume && [{ id: volume.along, at, ...barOf(volume), madeBy: '' }, volume.lengthCm],
  picture: ({ id, at, length, estimate }) => {
    if (estimate === null) return null;
    const { value, low, high, model } = estimate;
    return [
      { id, at, value, low, high, isLowerBound: false, madeBy: model },
      'why' in length ? 0 : length.value,
    ];
  },
};

function barOf({ value, plusMinus, isLowerBound }: TrendSize) {
  return { value, low: value - plusMinus, high: value + plusMinus, isLowerBound };
}
