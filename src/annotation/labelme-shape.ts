import type { Point } from '../pixels/sector.ts';
import type { Attributes, Json, Shape } from './annotation.ts';
import { isSameJson, numbersOf, textOf } from './json.ts';
import { polygonOf } from './polygon-of.ts';
import { type Fault, isFault } from './problem.ts';
import { fewestPoints, joinRings, openRing, splitRing } from './rings.ts';
import { readViaShape, toViaShape } from './via-shape.ts';

/**
 * The geometry of one LabelMe shape. Holes are reached by cuts (`joinRings`); what LabelMe's points cannot say exactly
 * (an ellipse, a radius) stands beside them under `shape`, as VIA writes it.
 */
export function toLabelMeShape(shape: Shape): Attributes {
  const plain = toPlainShape(shape);
  const read = readPlainShape(plain);
  const isExact = read.length === 1 && isSameJson(read[0] ?? {}, shape);
  return isExact || shape.kind === 'polygon' ? plain : { ...plain, shape: toViaShape(shape) };
}

/** The shapes of one LabelMe entry that is no mask, or what is wrong with it. */
export function readLabelMeShape(from: Attributes): (Shape | Fault)[] {
  const exact = readViaShape(from.shape);
  // LabelMe keeps what it does not know: once the points were moved, it is out of date.
  if (!isFault(exact) && isSameJson(toPlainShape(exact).points ?? null, from.points ?? null)) return [exact];
  return readPlainShape(from);
}

/** The points of a LabelMe shape; null where they are none. */
export function readPoints(json: Json | undefined): Point[] | null {
  if (!Array.isArray(json)) return null;
  const points = (json as readonly Json[]).map(numbersOf);
  if (!points.every((pair) => pair?.length === 2)) return null;
  return points.map((pair) => ({ x: pair?.[0] ?? 0, y: pair?.[1] ?? 0 }));
}

function toPlainShape(shape: Shape): Attributes {
  switch (shape.kind) {
    case 'polyline':
      return { shape_type: 'linestrip', points: shape.points.map(toPair) };
    case 'point':
      return { shape_type: 'point', points: [toPair(shape.at)] };
    case 'rectangle': {
      const { x, y, width, height } = shape;
      return {
        shape_type: 'rectangle',
        points: [
          [x, y],
          [x + width, y + height],
        ],
      };
    }
    case 'circle': {
      const { centre, radius } = shape;
      return { shape_type: 'circle', points: [toPair(centre), [centre.x + radius, centre.y]] };
    }
    default: {
      const polygon = polygonOf(shape);
      return { shape_type: 'polygon', points: polygon === null ? [] : joinRings(polygon).map(toPair) };
    }
  }
}

const fewest: ReadonlyMap<string, number> = new Map([
  ['polygon', fewestPoints],
  ['rectangle', 2],
  ['circle', 2],
  ['line', 2],
  ['linestrip', 2],
  ['point', 1],
  ['points', 1],
]);

function readPlainShape(from: Attributes): (Shape | Fault)[] {
  const type = textOf(from.shape_type) ?? 'polygon';
  const need = fewest.get(type);
  if (need === undefined) return [{ fault: 'shape-unknown', facts: { shape: type } }];
  const points = readPoints(from.points);
  if (points === null) return [{ fault: 'shape-numbers', facts: {} }];
  if (points.length < need) return [{ fault: 'points-few', facts: { points: points.length, need } }];
  return makeShapes(type, points);
}

function makeShapes(type: string, points: readonly Point[]): (Shape | Fault)[] {
  switch (type) {
    case 'polygon':
      return [readRing(points)];
    case 'rectangle':
      return [readBox(points)];
    case 'circle':
      return [readCircle(points)];
    case 'point':
    case 'points':
      return points.map((at) => ({ kind: 'point', at }));
    default:
      return [{ kind: 'polyline', points }];
  }
}

function readRing(points: readonly Point[]): Shape | Fault {
  const ring = openRing(points);
  if (ring.length >= fewestPoints) return splitRing(ring);
  return { fault: 'points-few', facts: { points: ring.length, need: fewestPoints } };
}

/** Two opposite corners in any order; newer versions write all four. */
function readBox(points: readonly Point[]): Shape {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { kind: 'rectangle', x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function readCircle([centre = { x: 0, y: 0 }, edge = centre]: readonly Point[]): Shape {
  return { kind: 'circle', centre, radius: Math.hypot(edge.x - centre.x, edge.y - centre.y) };
}

function toPair({ x, y }: Point): number[] {
  return [x, y];
}
