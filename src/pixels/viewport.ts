import type { Point } from './sector.ts';

/** A width and a height, in whatever pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies on a stage: a picture point lands at `scale × point + (x, y)` stage pixels. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** How often the fitted size a picture can be enlarged. */
const largest = 16;

/** The picture as large as the stage shows it whole, in the middle. */
export function fitPicture(picture: Size, stage: Size): Viewport {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height);
  return {
    scale,
    x: (stage.width - scale * picture.width) / 2,
    y: (stage.height - scale * picture.height) / 2,
  };
}

/** Enlarges by a factor, with the picture point at a stage point staying there. */
export function zoomAt({ scale, x, y }: Viewport, factor: number, at: Point): Viewport {
  return { scale: scale * factor, x: at.x - factor * (at.x - x), y: at.y - factor * (at.y - y) };
}

/**
 * The nearest allowed view: never smaller than fitted, never above sixteen times that, and always with a part of the
 * picture in the middle of the stage, so that every corner can be worked on there. Fitted, it is centred.
 */
export function keepInView(view: Viewport, picture: Size, stage: Size): Viewport {
  const fitted = fitPicture(picture, stage);
  const scale = clamp(view.scale, fitted.scale, largest * fitted.scale);
  if (scale <= fitted.scale * 1.001) return fitted;
  const middle = { x: stage.width / 2, y: stage.height / 2 };
  const { x, y } = zoomAt(view, scale / view.scale, middle);
  return {
    scale,
    x: clamp(x, middle.x - scale * picture.width, middle.x),
    y: clamp(y, middle.y - scale * picture.height, middle.y),
  };
}

/** The picture point at a stage point. */
export function toPicture({ scale, x, y }: Viewport, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

/** The stage point where a picture point lies. */
export function toStage({ scale, x, y }: Viewport, at: Point): Point {
  return { x: at.x * scale + x, y: at.y * scale + y };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
