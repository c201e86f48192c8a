import type { Structure } from '../analysis.ts';
import { type Estimate, estimateMean } from './bootstrap.ts';
import {
  comparePicture,
  type OutlineAgreement,
  type PictureAgreement,
  structures,
} from './compare-pictures.ts';
import { compareGrades, type GradeAgreement } from './grades.ts';
import { type LeftOut, matchPictures, nameKey, type Reader, type SharedPicture } from './match-pictures.ts';
import type { PixelSize } from './surface-distances.ts';

/** The figures that are given for each structure. */
export const measures = [
  'dice',
  'jaccard',
  'hausdorff95',
  'hausdorff',
  'lengthDifference',
  'areaDifference',
  'areaShare',
] as const;

/** One of them. */
export type Measure = (typeof measures)[number];

/** How two readers agree on one structure over all pictures. */
export interface StructureAgreement {
  readonly structure: Structure;
  /** Pictures in which both drew it, and in which only one did. */
  readonly drawnBy: Readonly<Record<OutlineAgreement['drawnBy'], number>>;
  /** Means over pictures. Dice and Jaccard count pictures where only one drew it as 0, the others leave them out. */
  readonly figures: Readonly<Record<Measure, Estimate | null>>;
  /** Dice where both drew it. */
  readonly diceOfBoth: Estimate | null;
}

/** How two of the readers agree. */
export interface PairAgreement {
  /** Their numbers. */
  readonly readers: readonly [number, number];
  readonly structures: readonly StructureAgreement[];
  /** Structures that only one of the two ever drew, which says nothing of how they agree. */
  readonly oneSided: readonly { readonly structure: Structure; readonly drawnBy: 'first' | 'second' }[];
  readonly grades: readonly GradeAgreement[];
  readonly pictures: readonly PictureAgreement[];
}

/** Everything that comes of comparing two or three readers. */
export interface ReaderAgreement {
  readonly readers: readonly string[];
  /** Of lengths; areas are in its square. Centimetres only where every compared picture has a scale. */
  readonly unit: 'px' | 'cm';
  /** Names of the compared pictures. */
  readonly pictures: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** First with second, first with third, second with third: all over the same pictures. */
  readonly pairs: readonly PairAgreement[];
}

/** Centimetres a pixel, by `nameKey` of the picture. */
export type Scales = ReadonlyMap<string, PixelSize>;

/** Compares each reader with each other, over the pictures that all of them have. */
export function compareReaders(readers: readonly Reader[], scales: Scales): ReaderAgreement {
  const { shared, leftOut } = matchPictures(readers);
  const isScaled = shared.length > 0 && shared.every((picture) => scales.has(nameKey(picture)));
  const pixelOf = (picture: SharedPicture): PixelSize =>
    (isScaled ? scales.get(nameKey(picture)) : undefined) ?? { x: 1, y: 1 };
  const pairs = readers.flatMap((_, a) => readers.slice(a + 1).map((_, i) => [a, a + 1 + i] as const));
  return {
    readers: readers.map(({ name }) => name),
    unit: isScaled ? 'cm' : 'px',
    pictures: shared.map(({ fileName }) => fileName),
    leftOut,
    pairs: pairs.map((pair) => {
      const pictures = shared.map((picture) => comparePicture(picture, pair, pixelOf(picture)));
      return { readers: pair, pictures, ...summarise(pictures), grades: compareGrades(shared, pair) };
    }),
  };
}

function summarise(pictures: readonly PictureAgreement[]): Pick<PairAgreement, 'structures' | 'oneSided'> {
  const compared: StructureAgreement[] = [];
  const oneSided: { structure: Structure; drawnBy: 'first' | 'second' }[] = [];
  for (const structure of structures) {
    const outlines = pictures.flatMap((picture) =>
      picture.outlines.filter((outline) => outline.structure === structure),
    );
    const count = (drawnBy: OutlineAgreement['drawnBy']): number =>
      outlines.filter((outline) => outline.drawnBy === drawnBy).length;
    const drawnBy = { both: count('both'), first: count('first'), second: count('second') };
    const [hasFirst, hasSecond] = [drawnBy.both + drawnBy.first > 0, drawnBy.both + drawnBy.second > 0];
    if (hasFirst && hasSecond) compared.push({ structure, drawnBy, ...estimate(outlines) });
    else if (hasFirst || hasSecond) oneSided.push({ structure, drawnBy: hasFirst ? 'first' : 'second' });
  }
  return { structures: compared, oneSided };
}

function estimate(outlines: readonly OutlineAgreement[]): Pick<StructureAgreement, 'figures' | 'diceOfBoth'> {
  const figures = Object.fromEntries(
    measures.map((measure) => [measure, estimateMean(outlines.flatMap((outline) => outline[measure] ?? []))]),
  ) as Record<Measure, Estimate | null>;
  const ofBoth = outlines.filter(({ drawnBy }) => drawnBy === 'both');
  return { figures, diceOfBoth: estimateMean(ofBoth.map((outline) => outline.dice)) };
}
