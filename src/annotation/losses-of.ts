import { algorithmKeys } from './algorithm.ts';
import type { AnnotatedPicture, Annotations, Region } from './annotation.ts';
import type { AnnotationFormat } from './annotation-file.ts';
import { isSameJson, without } from './json.ts';
import { lateralityKey, sideOf } from './laterality.ts';
import { mostLabels } from './mask-legend.ts';
import { isSized } from './paint-labels.ts';
import { countMarks, paintShapes } from './paint-shape.ts';
import { regionsByLabel } from './regions-by-label.ts';
import { joinRings, splitRing } from './rings.ts';
import { toSegmentLabel } from './segment-codes.ts';

/** What a format cannot hold, or holds in a way that other programs show otherwise. */
export type LossCode =
  | 'sizes'
  | 'pictures-without-size'
  | 'pictures-without-outline'
  | 'pictures-twice'
  | 'picture-attributes'
  | 'region-attributes'
  | 'groups'
  | 'points-and-lines'
  | 'pixels'
  | 'overlaps'
  | 'labels-many'
  | 'labels-long'
  | 'file-sizes'
  | 'tangled-holes'
  | 'holes-joined'
  | 'round-shapes';

/** One thing that is lost; `isLost` is false for what comes back whole here but may look otherwise elsewhere. */
export interface Loss {
  readonly code: LossCode;
  /** How many pictures or shapes it concerns. */
  readonly count: number;
  readonly isLost: boolean;
}

/** What an export would lose, to be said before it. */
export function lossesOf(annotations: Annotations, format: AnnotationFormat): Loss[] {
  const counts = countLosses(annotations, format);
  return Object.entries(counts).flatMap(([code, count]) =>
    count > 0 ? [{ code: code as LossCode, count, isLost: !harmless.includes(code) }] : [],
  );
}

const harmless = ['holes-joined', 'round-shapes'];

type Counts = Partial<Record<LossCode, number>>;

function countLosses({ pictures }: Annotations, format: AnnotationFormat): Counts {
  const regions = pictures.flatMap((picture) => picture.regions);
  switch (format) {
    case 'via-csv':
    case 'via-json':
    case 'via-project':
      return {
        sizes: count(pictures, isSized),
        'pictures-twice': pictures.length - new Set(pictures.map(({ fileName }) => fileName)).size,
        ...countRings(regions),
      };
    case 'coco':
    case 'labelme':
      return { ...countRings(regions), 'round-shapes': count(regions, isRound) };
    case 'mask-png':
      return {
        ...countPainted(pictures),
        'region-attributes': count(regions, ({ attributes }) => Object.keys(attributes).length > 0),
        'picture-attributes': count(pictures, ({ attributes }) => Object.keys(attributes).length > 0),
        overlaps: count(pictures, hasOverlap),
        'labels-many': Math.max(0, new Set(regions.map(({ label }) => label)).size - mostLabels),
      };
    case 'dicom-seg':
      return {
        ...countPainted(pictures),
        'pictures-without-outline': count(pictures, ({ regions }) => !regions.some(covers)),
        'region-attributes': count(regions, hasOtherAttributes),
        'picture-attributes': count(pictures, hasOtherPictureAttributes),
        'labels-long': count(regions, ({ label }) => label !== '' && toSegmentLabel(label) !== label),
        'file-sizes': count(pictures, ({ fileSize }) => fileSize !== null),
      };
  }
}

/** Formats of pixels. */
function countPainted(pictures: readonly AnnotatedPicture[]): Counts {
  const regions = pictures.flatMap((picture) => picture.regions);
  return {
    'pictures-without-size': count(pictures, (picture) => !isSized(picture)),
    groups: count(regions, ({ group }) => group !== null),
    'points-and-lines': count(regions, (region) => !covers(region)),
    pixels: count(regions, covers),
  };
}

/** Formats without holes. */
function countRings(regions: readonly Region[]): Counts {
  return {
    'tangled-holes': count(regions, ({ shape }) => {
      return shape.kind === 'polygon' && !isSameJson(splitRing(joinRings(shape)), shape);
    }),
    'holes-joined': count(regions, ({ shape }) => shape.kind === 'polygon' && shape.holes.length > 0),
  };
}

function covers({ shape }: Region): boolean {
  return shape.kind !== 'point' && shape.kind !== 'polyline';
}

function isRound({ shape }: Region): boolean {
  return shape.kind === 'circle' || shape.kind === 'ellipse';
}

function hasOtherAttributes({ attributes }: Region): boolean {
  return Object.keys(without(attributes, Object.values(algorithmKeys))).length > 0;
}

function hasOtherPictureAttributes({ attributes }: AnnotatedPicture): boolean {
  const known = sideOf(attributes) === null ? [] : [lateralityKey];
  return Object.keys(without(attributes, known)).length > 0;
}

/** Whether two labels cover one pixel, of which a mask can hold only one. */
function hasOverlap(picture: AnnotatedPicture): boolean {
  if (!isSized(picture)) return false;
  const labels = [...regionsByLabel(picture).values()].map((regions) => regions.map(({ shape }) => shape));
  if (labels.length < 2) return false;
  const apart = labels.reduce((sum, shapes) => sum + countMarks(paintShapes(shapes, picture.size)), 0);
  return apart > countMarks(paintShapes(labels.flat(), picture.size));
}

function count<T>(all: readonly T[], has: (one: T) => boolean): number {
  return all.filter(has).length;
}
