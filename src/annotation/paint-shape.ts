import type { Point } from '../pixels/sector.ts';
import { sectorSpans } from '../pixels/sector-mask.ts';
import type { Shape } from './annotation.ts';
import { polygonOf } from './polygon-of.ts';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A mask of a picture: 1 where something is marked; row-major, `width × height`. */
export interface Mask extends Size {
  readonly marks: Uint8Array;
}

/** Marks the pixels whose centres lie inside a shape and outside its holes; points and lines mark none. */
export function paintShape(shape: Shape, { width, height }: Size): Mask {
  const polygon = polygonOf(shape);
  const marks = new Uint8Array(width * height);
  if (polygon === null) return { width, height, marks };
  fill(marks, polygon.outer, { width, height, mark: 1 });
  for (const hole of polygon.holes) fill(marks, hole, { width, height, mark: 0 });
  return { width, height, marks };
}

/** Marks the pixels of any of the shapes. */
export function paintShapes(shapes: readonly Shape[], size: Size): Mask {
  const marks = new Uint8Array(size.width * size.height);
  for (const shape of shapes) {
    const polygon = polygonOf(shape);
    if (polygon === null) continue;
    if (polygon.holes.length === 0) fill(marks, polygon.outer, { ...size, mark: 1 });
    else addMarks(marks, paintShape(polygon, size).marks);
  }
  return { ...size, marks };
}

/** How many pixels are marked. */
export function countMarks({ marks }: Mask): number {
  let count = 0;
  for (let at = 0; at < marks.length; at++) count += marks[at] ?? 0;
  return count;
}

function fill(
  marks: Uint8Array,
  ring: readonly Point[],
  { width, height, mark }: Size & { readonly mark: 0 | 1 },
): void {
  for (const { row, from, to } of sectorSpans(ring, width, height)) {
    marks.fill(mark, row * width + from, row * width + to);
  }
}

/** A hole of one shape must not erase another shape. */
function addMarks(marks: Uint8Array, more: Uint8Array): void {
  for (let at = 0; at < marks.length; at++) if (more[at] === 1) marks[at] = 1;
}
