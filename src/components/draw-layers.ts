import type { Box } from '../pixels/sector.ts';
import type { LayerMap } from '../tissue/layer-map.ts';
import type { LayerLook } from './layer-looks.ts';

/** A picture, and the size in whose pixels maps lie over it. */
export interface UnderLayers {
  readonly picture: CanvasImageSource & { readonly width: number; readonly height: number };
  readonly size: { readonly width: number; readonly height: number };
}

/** Layers in their colours, and how much of the picture they hide, 0 to 1. */
export interface OverLayers {
  readonly map: LayerMap;
  readonly looks: readonly LayerLook[];
  readonly opacity: number;
}

/** Draws the part of a picture that a map covers over the whole canvas. */
export function drawUnder(
  context: CanvasRenderingContext2D,
  { picture, size }: UnderLayers,
  covers: Box,
): void {
  const { width, height } = context.canvas;
  const [scaleX, scaleY] = [picture.width / size.width, picture.height / size.height];
  context.clearRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    covers.x * scaleX,
    covers.y * scaleY,
    covers.width * scaleX,
    covers.height * scaleY,
    0,
    0,
    width,
    height,
  );
}

/** Draws a map in its colours over the whole canvas. */
export function drawOver(context: CanvasRenderingContext2D, { map, looks, opacity }: OverLayers): void {
  const pixels = new ImageData(map.width, map.height);
  const veil = Math.round(255 * opacity);
  map.cells.forEach((cell, i) => {
    const colour = looks[cell]?.colour ?? null;
    if (colour !== null) pixels.data.set([...colour, veil], 4 * i);
  });
  const layer = document.createElement('canvas');
  layer.width = map.width;
  layer.height = map.height;
  layer.getContext('2d')?.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(layer, 0, 0, context.canvas.width, context.canvas.height);
}
