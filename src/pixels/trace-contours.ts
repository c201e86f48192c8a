import type { Point } from './sector.ts';

/** Values on a grid, row-major. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Where a contour crosses between two neighbouring values, and where it goes from there. */
interface Crossing {
  readonly point: Point;
  readonly next: number;
}

/**
 * Outlines of the places where a grid is above 0 (marching squares with linear interpolation; Lorensen and Cline
 * 1987 in two dimensions). Closed polygons in grid units, a value's place being the middle of its cell: the first
 * value lies at (0.5, 0.5). What is above 0 at the grid's edge is closed along the edge. Where four values
 * alternate, their mean decides whether the high ones are joined.
 */
export function traceContours(grid: Grid): Point[][] {
  const crossings = new Map<number, Crossing>();
  for (let row = -1; row < grid.rows; row++) {
    for (let column = -1; column < grid.columns; column++) {
      if (isOnOneSide(grid, row, column)) continue;
      for (const [key, crossing] of crossCell(cellAt(grid, row, column))) crossings.set(key, crossing);
    }
  }
  const contours: Point[][] = [];
  for (const start of crossings.keys()) {
    const contour = follow(crossings, start);
    if (contour.length > 2) contours.push(contour);
  }
  return contours;
}

/** Most cells: all four values inside the grid and above 0, or none; no contour runs there. */
function isOnOneSide({ rows, columns, values }: Grid, row: number, column: number): boolean {
  if (row < 0 || column < 0 || row + 1 >= rows || column + 1 >= columns) return false;
  const at = row * columns + column;
  const isAbove = (values[at] ?? 0) > 0;
  return (
    (values[at + 1] ?? 0) > 0 === isAbove &&
    (values[at + columns] ?? 0) > 0 === isAbove &&
    (values[at + columns + 1] ?? 0) > 0 === isAbove
  );
}

/** Takes a contour's crossings out of the map, in order. */
function follow(crossings: Map<number, Crossing>, start: number): Point[] {
  const points: Point[] = [];
  let at = crossings.get(start);
  let key = start;
  while (at !== undefined) {
    crossings.delete(key);
    points.push(at.point);
    key = at.next;
    at = crossings.get(key);
  }
  return points;
}

/** Four neighbouring values, clockwise from the top left one, which stands at (row, column). */
interface Cell {
  readonly corners: readonly [number, number, number, number];
  readonly row: number;
  readonly column: number;
  /** Columns of the grid, to number the edges by. */
  readonly columns: number;
}

function cellAt(grid: Grid, row: number, column: number): Cell {
  const corners = [
    valueAt(grid, row, column),
    valueAt(grid, row, column + 1),
    valueAt(grid, row + 1, column + 1),
    valueAt(grid, row + 1, column),
  ] as const;
  return { corners, row, column, columns: grid.columns };
}

/** Beyond the grid everything is just as far below 0 as the edge is above it, so that contours close on the edge. */
function valueAt({ rows, columns, values }: Grid, row: number, column: number): number {
  const r = Math.min(Math.max(row, 0), rows - 1);
  const c = Math.min(Math.max(column, 0), columns - 1);
  const value = values[r * columns + c] ?? 0;
  return r === row && c === column ? value : -Math.abs(value);
}

/** The crossings on a cell's edges, by the number of the edge that each comes from. */
function crossCell(cell: Cell): [number, Crossing][] {
  const [a, b, c, d] = cell.corners;
  const code = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (c > 0 ? 4 : 0) + (d > 0 ? 8 : 0);
  const isJoined = a + b + c + d > 0;
  const pairs = isJoined ? (joined[code] ?? segments[code]) : segments[code];
  return (pairs ?? []).map(([from, to]) => [
    edgeKey(cell, from),
    { point: crossingOn(cell, from), next: edgeKey(cell, to) },
  ]);
}

type Segment = readonly [from: Edge, to: Edge];
type Edge = 'top' | 'right' | 'bottom' | 'left';

/** By which corners are high (1, 2, 4, 8 clockwise); the high side lies to the right of the way. */
const segments: readonly (readonly Segment[])[] = [
  [],
  [['left', 'top']],
  [['top', 'right']],
  [['left', 'right']],
  [['right', 'bottom']],
  [
    ['left', 'top'],
    ['right', 'bottom'],
  ],
  [['top', 'bottom']],
  [['left', 'bottom']],
  [['bottom', 'left']],
  [['bottom', 'top']],
  [
    ['top', 'right'],
    ['bottom', 'left'],
  ],
  [['bottom', 'right']],
  [['right', 'left']],
  [['right', 'top']],
  [['top', 'left']],
  [],
];

/** Where two opposite corners are high and the middle is too. */
const joined: Readonly<Record<number, readonly Segment[]>> = {
  5: [
    ['left', 'bottom'],
    ['right', 'top'],
  ],
  10: [
    ['top', 'left'],
    ['bottom', 'right'],
  ],
};

/** The same number for an edge from both cells that share it. */
function edgeKey({ row, column, columns }: Cell, edge: Edge): number {
  const r = row + 1 + (edge === 'bottom' ? 1 : 0);
  const c = column + 1 + (edge === 'right' ? 1 : 0);
  return 2 * (r * (columns + 2) + c) + (edge === 'left' || edge === 'right' ? 1 : 0);
}

function crossingOn({ corners: [a, b, c, d], row, column }: Cell, edge: Edge): Point {
  const x = column + 0.5;
  const y = row + 0.5;
  switch (edge) {
    case 'top':
      return { x: x + zeroBetween(a, b), y };
    case 'right':
      return { x: x + 1, y: y + zeroBetween(b, c) };
    case 'bottom':
      return { x: x + zeroBetween(d, c), y: y + 1 };
    case 'left':
      return { x, y: y + zeroBetween(a, d) };
  }
}

/** Where a line from `from` at 0 to `to` at 1 is 0. */
function zeroBetween(from: number, to: number): number {
  return from / (from - to);
}
