import { polygonArea } from '../pixels/polygon.ts';
import type { Point } from '../pixels/sector.ts';
import type { Attributes, Json, Polygon, Shape } from './annotation.ts';
import { isRecord, isSameJson, numbersOf } from './json.ts';
import { pointsOf, polygonOf } from './polygon-of.ts';
import { type Fault, isFault } from './problem.ts';
import { fewestPoints, joinRings, openRing, splitRing } from './rings.ts';
import { readRunLengths } from './run-lengths.ts';
import { traceMask } from './trace-mask.ts';
import { readViaShape, toViaShape } from './via-shape.ts';

/**
 * The geometry of one COCO annotation. Holes are reached by cuts (`joinRings`). What no polygon is stands beside its
 * polygon under `shape`, as VIA writes it.
 */
export function toCocoShape(shapes: readonly Shape[]): Attributes {
  const polygons = shapes.flatMap((shape) => polygonOf(shape) ?? []);
  const [only] = shapes;
  return {
    segmentation: toSegmentation(polygons),
    area: polygons.reduce((area, polygon) => area + areaOf(polygon), 0),
    bbox: boxOf(shapes.flatMap(pointsOf)),
    iscrowd: 0,
    ...(only !== undefined && only.kind !== 'polygon' && { shape: toViaShape(only) }),
  };
}

/** The shapes of one COCO annotation, and what is wrong with those that are left out. */
export function readCocoShape(from: Attributes): (Shape | Fault)[] {
  const { segmentation, bbox } = from;
  const exact = readViaShape(from.shape);
  // Another program may have moved the polygon: then what stands beside it is out of date.
  if (!isFault(exact) && isSameJson(toCocoShape([exact]).segmentation ?? null, segmentation ?? null))
    return [exact];
  if (isRecord(segmentation)) {
    const mask = readRunLengths(segmentation);
    return mask === null ? [{ fault: 'mask-damaged', facts: {} }] : traceMask(mask);
  }
  const rings = ringsOf(segmentation);
  return rings.length > 0 ? rings.map(readRing) : [readBox(bbox)];
}

function toSegmentation(polygons: readonly Polygon[]): number[][] {
  return polygons.map((polygon) => joinRings(polygon).flatMap(({ x, y }) => [x, y]));
}

/** Some programs write the one polygon without a list around it. */
function ringsOf(segmentation: Json | undefined): readonly Json[] {
  if (!Array.isArray(segmentation)) return [];
  return typeof segmentation[0] === 'number' ? [segmentation] : (segmentation as readonly Json[]);
}

function readRing(json: Json): Shape | Fault {
  const numbers = numbersOf(json);
  if (numbers === null) return { fault: 'shape-numbers', facts: {} };
  const half = Math.ceil(numbers.length / 2);
  if (numbers.length % 2 === 1) return { fault: 'points-uneven', facts: { x: half, y: half - 1 } };
  const points: Point[] = [];
  for (let at = 0; at < numbers.length; at += 2)
    points.push({ x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0 });
  const ring = openRing(points);
  if (ring.length < fewestPoints)
    return { fault: 'points-few', facts: { points: ring.length, need: fewestPoints } };
  return splitRing(ring);
}

/** An annotation without outline is a box. */
function readBox(json: Json | undefined): Shape | Fault {
  const [x, y, width, height] = numbersOf(json) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return { fault: 'shape-numbers', facts: {} };
  return { kind: 'rectangle', x, y, width, height };
}

function areaOf({ outer, holes }: Polygon): number {
  return holes.reduce((area, hole) => area - polygonArea(hole), polygonArea(outer));
}

function boxOf(points: readonly Point[]): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0 ? [0, 0, 0, 0] : [left, top, right - left, bottom - top];
}
