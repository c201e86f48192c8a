import { combineViews, type ViewReading } from '../kidney-function/combine-views.ts';
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

/** Why a picture adds no length: no scale, no kidney outlined, not to be read, or a view across, which shows no length. */
export const whyNoLength = ['no-scale', 'no-kidney', 'across', 'unreadable'] as const;

/** One of these. */
export type WhyNoLength = (typeof whyNoLength)[number];

/** What one picture says of its kidney. */
export interface TrendPicture extends Dated {
  readonly side: Side;
  /** Centimetres, of a view along the kidney. */
  readonly length:
    | (TrendSize & { readonly isByHand: boolean; readonly scale: CalibrationSource })
    | { readonly why: WhyNoLength };
  /** Millilitres, from this picture and the one it is paired with; `along` is the id of the long view of the two. */
  readonly volume: (TrendSize & { readonly along: string; readonly lengthCm: number }) | null;
  /** Kidney function as a model read it off the picture, and the model's fingerprint. */
  readonly estimate: (ViewReading & { readonly model: string }) | null;
}

/** What a kidney is followed by; blood is the person's. */
export type KidneyMeasure = Exclude<Measure, 'blood'>;

/** One kidney over visits. */
export interface KidneyTrend {
  readonly side: Side;
  /** How many visits, with or without a value. */
  readonly visits: number;
  readonly series: Readonly<Record<KidneyMeasure, Series>>;
  /** What the lengths' scales came from, each once: more than one is said, not hidden. */
  readonly scales: readonly CalibrationSource[];
  /** How many of the lengths a hand measured: a caliper, or a contour that was drawn. */
  readonly byHand: number;
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
      visits.flatMap((visit) => points[measure](visit) ?? []),
      isMixed,
    );
  const length = series('length');
  const standing = pictures.flatMap((picture) =>
    'why' in picture.length || !length.points.some(({ id }) => id === picture.id) ? [] : [picture.length],
  );
  return {
    side,
    visits: visits.length,
    series: { length, volume: series('volume'), picture: series('picture') },
    scales: [...new Set(standing.map(({ scale }) => scale))].sort(),
    byHand: standing.filter(({ isByHand }) => isByHand).length,
    without: {
      'no-scale': countWithout(pictures, 'no-scale'),
      'no-kidney': countWithout(pictures, 'no-kidney'),
      across: countWithout(pictures, 'across'),
      unreadable: countWithout(pictures, 'unreadable'),
    },
    doubts: isMixed ? [] : visits.flatMap((visit) => doubtsOf(visit)),
  };
}

function doubtsOf(visit: readonly TrendPicture[]): readonly (readonly [TrendPicture, TrendPicture])[] {
  const doubt = differentKidneys(visit);
  return doubt ? [doubt] : [];
}

function countWithout(pictures: readonly TrendPicture[], why: WhyNoLength): number {
  return pictures.filter(({ length, volume }) => 'why' in length && length.why === why && volume === null)
    .length;
}

/** Of several comparable pictures the longest view stands for the visit, as published. */
const points: Readonly<Record<KidneyMeasure, (visit: readonly TrendPicture[]) => TrendPoint | null>> = {
  length: (visit) => {
    const along = visit.flatMap(({ id, at, length }) => ('why' in length ? [] : [{ id, at, ...length }]));
    return longest(along.map((size) => [pointOf(size), size.value]));
  },
  volume: (visit) =>
    longest(
      visit.flatMap(({ at, volume }) =>
        volume ? [[pointOf({ ...volume, id: volume.along, at }), volume.lengthCm]] : [],
      ),
    ),
  picture: (visit) => {
    const [first, ...more] = visit.flatMap(({ estimate }) => estimate ?? []);
    if (first === undefined) return null;
    const { id, reading } = combineViews([first, ...more]).chosen;
    const picture = visit.find((one) => one.id === id);
    const { at = 0, estimate } = picture ?? {};
    return { id, at, ...reading.egfr, isLowerBound: false, madeBy: estimate?.model ?? '' };
  },
};

/** The candidate of the longest kidney, the earlier of equal ones. */
function longest(candidates: readonly (readonly [TrendPoint, lengthCm: number])[]): TrendPoint | null {
  const most = Math.max(...candidates.map(([, lengthCm]) => lengthCm));
  return candidates.find(([, lengthCm]) => lengthCm === most)?.[0] ?? null;
}

function pointOf({ id, at, value, plusMinus, isLowerBound }: TrendSize & Dated): TrendPoint {
  const [low, high] = [value - plusMinus, value + plusMinus];
  return { id, at, value, low, high, isLowerBound, madeBy: '' };
}
