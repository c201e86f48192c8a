import type { Point } from '../pixels/sector.ts';
import type { Attributes, Json, Shape } from './annotation.ts';
import { numberOf, numbersOf, recordOf, textOf } from './json.ts';
import { type Fault, isFault } from './problem.ts';
import { fewestPoints, joinRings, openRing, splitRing } from './rings.ts';

/** A shape as VIA 2 writes it (`shape_attributes`), or why it is none. Holes come back from the cuts that lead to them. */
export function readViaShape(json: Json | undefined): Shape | Fault {
  const from = recordOf(json);
  const name = textOf(from.name);
  const read = name !== null && Object.hasOwn(readers, name) ? readers[name] : undefined;
  return read?.(from) ?? { fault: 'shape-unknown', facts: { shape: name ?? 'no name' } };
}

/** A shape as VIA 2 writes it; holes are reached by cuts (`joinRings`). */
export function toViaShape(shape: Shape): Attributes {
  switch (shape.kind) {
    case 'polygon':
      return { name: 'polygon', ...coordinates(joinRings(shape)) };
    case 'polyline':
      return { name: 'polyline', ...coordinates(shape.points) };
    case 'point':
      return { name: 'point', cx: shape.at.x, cy: shape.at.y };
    case 'rectangle':
      return { name: 'rect', x: shape.x, y: shape.y, width: shape.width, height: shape.height };
    case 'circle':
      return { name: 'circle', cx: shape.centre.x, cy: shape.centre.y, r: shape.radius };
    case 'ellipse': {
      const { centre, radiusX, radiusY, angle } = shape;
      return { name: 'ellipse', cx: centre.x, cy: centre.y, rx: radiusX, ry: radiusY, theta: angle };
    }
  }
}

const readers: Readonly<Record<string, (from: Attributes) => Shape | Fault>> = {
  polygon: (from) => {
    const points = readPoints(from, fewestPoints);
    return isFault(points) ? points : splitRing(points);
  },
  polyline: (from) => {
    const points = readPoints(from, 2);
    return isFault(points) ? points : { kind: 'polyline', points };
  },
  point: (from) => withNumbers([from.cx, from.cy], ([x, y]) => ({ kind: 'point', at: { x, y } })),
  rect: (from) =>
    withNumbers([from.x, from.y, from.width, from.height], ([x, y, width, height]) => ({
      kind: 'rectangle',
      x,
      y,
      width,
      height,
    })),
  circle: (from) =>
    withNumbers([from.cx, from.cy, from.r], ([x, y, radius]) => ({
      kind: 'circle',
      centre: { x, y },
      radius,
    })),
  // Old files have no angle.
  ellipse: (from) =>
    withNumbers([from.cx, from.cy, from.rx, from.ry, from.theta ?? 0], ([x, y, radiusX, radiusY, angle]) => ({
      kind: 'ellipse',
      centre: { x, y },
      radiusX,
      radiusY,
      angle,
    })),
};

/** Makes a shape of numbers that must all be there. */
function withNumbers(
  values: readonly (Json | undefined)[],
  make: (numbers: readonly [number, number, number, number, number]) => Shape,
): Shape | Fault {
  const numbers = values.map(numberOf);
  if (numbers.some((number) => number === null)) return { fault: 'shape-numbers', facts: {} };
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers.map((number) => number ?? 0);
  return make([a, b, c, d, e]);
}

/** The points of a polygon or line; VIA 1 repeated a polygon's first point at its end. */
function readPoints(from: Attributes, fewest: number): readonly Point[] | Fault {
  const xs = numbersOf(from.all_points_x);
  const ys = numbersOf(from.all_points_y);
  if (xs === null || ys === null) return { fault: 'shape-numbers', facts: {} };
  if (xs.length !== ys.length) return { fault: 'points-uneven', facts: { x: xs.length, y: ys.length } };
  const points = xs.map((x, i) => ({ x, y: ys[i] ?? 0 }));
  const open = fewest === fewestPoints ? openRing(points) : points;
  return open.length < fewest ? { fault: 'points-few', facts: { points: open.length, need: fewest } } : open;
}

function coordinates(points: readonly Point[]): Attributes {
  return { all_points_x: points.map(({ x }) => x), all_points_y: points.map(({ y }) => y) };
}
