import type { Anatomy, Structure, StructureOutline } from '../src/analysis.ts';
import type { Meters } from '../src/pixels/meters.ts';
import type { Placement } from '../src/pixels/model-input.ts';
import { polygonArea } from '../src/pixels/polygon.ts';
import { readFraming } from '../src/pixels/read-framing.ts';
import type { Point, Sector } from '../src/pixels/sector.ts';
import { sectorMask } from '../src/pixels/sector-mask.ts';
import { simplifyPolygon } from '../src/pixels/simplify-polygon.ts';
import { smoothGrid } from '../src/pixels/smooth-grid.ts';
import { traceContours } from '../src/pixels/trace-contours.ts';
import type { Card } from './card.ts';
import type { Output, Outputs } from './graph-model.ts';
import { logit, type OutputOf, outputFor, sigmoid, valuesOf } from './read-outputs.ts';

/** A smaller share of the sector is no kidney; the smallest that training calls a fault has twice as much. */
const LEAST_CAPSULE = 0.02;
/** Inner parts smaller than this share of the capsule are left out. */
const LEAST_PART = 0.004;
/**
 * Passes of smoothing: readers draw smoother lines than a network, which answers cell by cell. No reader drew medulla
 * or cortex, and what is thin would be lost. Training measures with the same numbers.
 */
const smoothing: Readonly<Record<Structure, number>> = {
  capsule: 2,
  'central-echo-complex': 2,
  medulla: 0,
  cortex: 0,
};
/** Points within this many cells of the line between their neighbours are left out. */
const TOLERANCE = 0.2;

/** Where a model's input lies in the analysed picture, and what is known of its sector. */
export interface Surroundings {
  readonly placement: Placement;
  readonly sector: Sector;
  readonly shadows: Meters['shadows'];
}

/**
 * Outlines the kidney and its parts, in picture pixels, and reads how it lies in the sector. Null where the
 * model outlines no kidney; undefined for a model that outlines nothing.
 */
export function readAnatomy(card: Card, outputs: Outputs, around: Surroundings): Anatomy | null | undefined {
  const task = outputFor(card, 'segmentation');
  if (task === null || !outputs.has(task.tensor)) return undefined;
  const planes = readPlanes(task, valuesOf(outputs, task.tensor));
  const kidney = planes.find(({ structure }) => structure === 'capsule');
  const capsule = kidney && largestContour(kidney);
  if (kidney === undefined || capsule === undefined) return null;
  const toPicture = cellToPicture(card, kidney, around.placement);
  const outline = toPicture(capsule);
  if (polygonArea(outline) < LEAST_CAPSULE * polygonArea(around.sector.outline)) return null;
  const inside = keepInside(kidney, capsule);
  const outlines = planes.map((plane): StructureOutline => {
    const part =
      plane === kidney ? inside : plane.values.map((value, cell) => Math.min(value, inside[cell] ?? 0));
    const contours = plane === kidney ? [capsule] : traceParts({ ...plane, values: part }, capsule);
    return {
      structure: plane.structure,
      contours: contours.map(toPicture),
      probability: meanProbability(part, plane.threshold),
    };
  });
  return {
    outlines: outlines.filter(({ contours }) => contours.length > 0),
    framing: readFraming(outline, around.sector, around.shadows),
  };
}

/** One structure's calibrated logits less the logit of its threshold: above 0 where it is said to be. */
interface Plane {
  readonly structure: StructureOutline['structure'];
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
  readonly threshold: number;
}

function readPlanes(
  { structures, temperatures, thresholds }: OutputOf<'segmentation'>,
  { shape, values }: Output,
): Plane[] {
  const [, rows = 0, columns = 0, channels = 0] = shape;
  return structures.map((structure, channel) => {
    const temperature = temperatures[channel] ?? 1;
    const threshold = logit(thresholds[channel] ?? 0.5);
    const plane = new Float32Array(rows * columns);
    for (let cell = 0; cell < plane.length; cell++) {
      plane[cell] = (values[cell * channels + channel] ?? 0) / temperature - threshold;
    }
    return {
      structure,
      rows,
      columns,
      values: smoothGrid({ rows, columns, values: plane }, smoothing[structure]),
      threshold,
    };
  });
}

/** A kidney is one piece: the largest contour. */
function largestContour(plane: Plane): Point[] | undefined {
  return traceContours(plane)
    .map((contour) => simplifyPolygon(contour, TOLERANCE))
    .reduce<Point[] | undefined>(
      (best, other) => (best && polygonArea(best) >= polygonArea(other) ? best : other),
      undefined,
    );
}

/** A plane's values, but below 0 outside the contour. */
function keepInside({ values, rows, columns }: Plane, contour: readonly Point[]): Float32Array {
  const mask = sectorMask(contour, columns, rows);
  return values.map((value, cell) => (value > 0 && mask[cell] === 0 ? -value : value));
}

/** Contours of what is large enough beside the capsule, largest first. Holes come as contours of their own. */
function traceParts(plane: Plane, capsule: readonly Point[]): Point[][] {
  const least = LEAST_PART * polygonArea(capsule);
  return traceContours(plane)
    .map((contour) => simplifyPolygon(contour, TOLERANCE))
    .filter((contour) => polygonArea(contour) >= least)
    .sort((a, b) => polygonArea(b) - polygonArea(a));
}

/** Mean probability where a structure is said to be. */
function meanProbability(values: Float32Array, threshold: number): number {
  const held = values.filter((value) => value > 0);
  return held.reduce((sum, value) => sum + sigmoid(value + threshold), 0) / Math.max(1, held.length);
}

/** Cells of the output → pixels of the model's input → pixels of the picture, to a hundredth. */
function cellToPicture(
  { input }: Card,
  { rows, columns }: Plane,
  { scaleX, scaleY, offsetX, offsetY }: Placement,
): (contour: readonly Point[]) => Point[] {
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  return (contour) =>
    contour.map(({ x, y }) => ({
      x: hundredth(((x * input.width) / columns - offsetX) / scaleX),
      y: hundredth(((y * input.height) / rows - offsetY) / scaleY),
    }));
}
