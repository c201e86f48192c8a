import { maskOfSpans, sectorSpans } from '../pixels/sector-mask.ts';
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
  if (polygon === null) return { width, height, marks: new Uint8Array(width * height) };
  const marks = maskOfSpans(sectorSpans(polygon.outer, width, height), width, height);
  for (const hole of polygon.holes) {
    for (const { row, from, to } of sectorSpans(hole, width, height)) {
      marks.fill(0, row * width + from, row * width + to);
    }
  }
  return { width, height, marks };
}

/** Marks the pixels of any of the shapes. */
export function paintShapes(shapes: readonly Shape[], size: Size): Mask {
  const marks = new Uint8Array(size.width * size.height);
  for (const shape of shapes) {
    const { marks: more } = paintShape(shape, size);
    for (let at = 0; at < marks.length; at++) if (more[at] === 1) marks[at] = 1;
  }
  return { ...size, marks };
}
