import type { Point } from './sector.ts';

/** An ellipse by its quadratic form: a·x² + b·x·y + c·y² + d·x + e·y + f is above 0 outside and below 0 inside. */
export interface Ellipse {
  /** The value at a point: negative inside, in units that mean nothing. */
  readonly valueAt: (point: Point) => number;
  /** The axis-parallel box that just holds it: its middle and half its sides. */
  readonly box: { readonly middle: Point; readonly halfWidth: number; readonly halfHeight: number };
}

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * The ellipse that best fits points, least squares of the algebraic distance (Fitzgibbon, Pilu and Fisher 1999, in the
 * form of Halíř and Flusser 1998, which splits the problem so that only a 3 × 3 eigenvector is needed). Works for
 * a part of an ellipse too. Null where the points hold no ellipse, as on a line.
 */
export function fitEllipse(points: readonly Point[]): Ellipse | null {
  const { middle, scale } = frameOf(points);
  const places = points.map(({ x, y }) => ({ x: (x - middle.x) / scale, y: (y - middle.y) / scale }));
  const quadratic = sumProducts(places, ({ x, y }) => [x * x, x * y, y * y]);
  const mixed = sumProducts(places, ({ x, y }) => [x * x, x * y, y * y], linearOf);
  const linear = sumProducts(places, linearOf);
  const inverse = invert(linear);
  if (inverse === null) return null;
  // The linear part that belongs to a quadratic part.
  const toLinear = scaled(multiply(inverse, transpose(mixed)), -1);
  const reduced = add(quadratic, multiply(mixed, toLinear));
  const [upper, centre, lower] = reduced;
  const system: Matrix = [scaleRow(lower, 0.5), scaleRow(centre, -1), scaleRow(upper, 0.5)];
  const form = eigenvectors(system).find(([a, b, c]) => 4 * a * c - b * b > 1e-12);
  if (form === undefined) return null;
  return describe(form, apply(toLinear, form), { middle, scale });
}

const linearOf = ({ x, y }: Point): Triple => [x, y, 1];

interface Frame {
  readonly middle: Point;
  readonly scale: number;
}

/** Fits are stable only about 0 and for sizes about 1. */
function frameOf(points: readonly Point[]): Frame {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const middle = { x: sum.x / points.length, y: sum.y / points.length };
  const scale = Math.max(...points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
  return { middle, scale: scale > 0 ? scale : 1 };
}

function describe(quadratic: Triple, linear: Triple, { middle, scale }: Frame): Ellipse | null {
  // The sign that makes the inside negative.
  const sign = Math.sign(quadratic[0]);
  const [a, b, c] = scaleRow(quadratic, sign);
  const [d, e, f] = scaleRow(linear, sign);
  const determinant = 4 * a * c - b * b;
  const x = (b * e - 2 * c * d) / determinant;
  const y = (b * d - 2 * a * e) / determinant;
  const depth = -(a * x * x + b * x * y + c * y * y + d * x + e * y + f);
  if (!(depth > 0)) return null;
  return {
    valueAt: (point) => {
      const u = (point.x - middle.x) / scale;
      const v = (point.y - middle.y) / scale;
      return a * u * u + b * u * v + c * v * v + d * u + e * v + f;
    },
    box: {
      middle: { x: middle.x + scale * x, y: middle.y + scale * y },
      halfWidth: scale * Math.sqrt((4 * c * depth) / determinant),
      halfHeight: scale * Math.sqrt((4 * a * depth) / determinant),
    },
  };
}

function sumProducts(points: readonly Point[], rows: (at: Point) => Triple, columns = rows): Matrix {
  const sum = [0, 1, 2].map(() => [0, 0, 0]);
  for (const point of points) {
    const [row, column] = [rows(point), columns(point)];
    sum.forEach((line, i) => {
      column.forEach((value, j) => {
        line[j] = (line[j] ?? 0) + (row[i] ?? 0) * value;
      });
    });
  }
  return sum as unknown as Matrix;
}

/** Eigenvectors of the real eigenvalues of a 3 × 3 matrix. */
function eigenvectors(matrix: Matrix): Triple[] {
  const [[a, b, c], [d, e, f], [g, h, i]] = matrix;
  const trace = a + e + i;
  const minors = a * e - b * d + a * i - c * g + e * i - f * h;
  return realRoots(-trace, minors, -determinantOf(matrix))
    .map((value) => {
      const rows: Matrix = [
        [a - value, b, c],
        [d, e - value, f],
        [g, h, i - value],
      ];
      // Any two independent rows span the plane that the eigenvector is square to.
      const candidates = [cross(rows[0], rows[1]), cross(rows[1], rows[2]), cross(rows[2], rows[0])];
      return candidates.reduce((best, other) => (norm(other) > norm(best) ? other : best));
    })
    .map((vector) => scaleRow(vector, 1 / Math.max(norm(vector), Number.MIN_VALUE)));
}

/** Real roots of x³ + p·x² + q·x + r (Cardano; Viète where there are three). */
function realRoots(p: number, q: number, r: number): number[] {
  const third = p / 3;
  const m = third * third - q / 3;
  const n = third ** 3 - (third * q) / 2 + r / 2;
  if (n * n < m ** 3) {
    const angle = Math.acos(n / Math.sqrt(m ** 3));
    return [0, 1, 2].map((k) => -2 * Math.sqrt(m) * Math.cos((angle + 2 * Math.PI * k) / 3) - third);
  }
  const s = -Math.sign(n) * Math.cbrt(Math.abs(n) + Math.sqrt(n * n - m ** 3));
  return [s + (s === 0 ? 0 : m / s) - third];
}

function invert(matrix: Matrix): Matrix | null {
  const [a, b, c] = matrix;
  const determinant = determinantOf(matrix);
  if (Math.abs(determinant) < 1e-12) return null;
  return scaled(transpose([cross(b, c), cross(c, a), cross(a, b)]), 1 / determinant);
}

function determinantOf([a, b, c]: Matrix): number {
  return dot(a, cross(b, c));
}

function multiply(left: Matrix, right: Matrix): Matrix {
  const columns = transpose(right);
  return left.map((row) => columns.map((column) => dot(row, column))) as unknown as Matrix;
}

function transpose([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  return [
    [a, d, g],
    [b, e, h],
    [c, f, i],
  ];
}

function add(left: Matrix, right: Matrix): Matrix {
  return left.map((row, i) => row.map((value, j) => value + (right[i]?.[j] ?? 0))) as unknown as Matrix;
}

function scaled(matrix: Matrix, by: number): Matrix {
  return matrix.map((row) => scaleRow(row, by)) as unknown as Matrix;
}

function scaleRow([a, b, c]: Triple, by: number): Triple {
  return [a * by, b * by, c * by];
}

function apply(matrix: Matrix, vector: Triple): Triple {
  const [a, b, c] = matrix;
  return [dot(a, vector), dot(b, vector), dot(c, vector)];
}

function cross([a, b, c]: Triple, [d, e, f]: Triple): Triple {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot([a, b, c]: Triple, [d, e, f]: Triple): number {
  return a * d + b * e + c * f;
}

function norm(vector: Triple): number {
  return Math.sqrt(dot(vector, vector));
}
