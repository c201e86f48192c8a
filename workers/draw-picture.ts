import { Failure } from '../src/failure.ts';
import type { Picture } from './protocol.ts';

/**
 * Pictures are drawn as they are up to this length, so that only our own code makes them smaller: the browsers'
 * scaling differs enough to move a probability by 0.01. Beyond it, time and memory come first.
 */
const longestDrawn = 1280;

/** Turns pictures into RGBA pixels on one canvas that is kept from picture to picture; pixels stay what they are. */
export function createDrawing(): (picture: Picture) => ImageData {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return (picture) => {
    if (picture instanceof ImageData) return picture;
    const { width, height } = drawnSize(picture);
    context ??= makeContext(width, height);
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
}

/** How wide and high a picture is shown. */
export function sizeOf(picture: Picture): { readonly width: number; readonly height: number } {
  if ('displayWidth' in picture) return { width: picture.displayWidth, height: picture.displayHeight };
  return { width: picture.width, height: picture.height };
}

function makeContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Opaque, so that transparent parts become black; read back each time, so kept in main memory.
  const settings = { alpha: false, willReadFrequently: true };
  const context = new OffscreenCanvas(width, height).getContext('2d', settings);
  if (context === null) throw new Failure('unexpected', 'no 2D canvas in the worker');
  return context;
}

/** @throws Failure `image-empty` */
function drawnSize(picture: Picture): { width: number; height: number } {
  const { width, height } = sizeOf(picture);
  if (width === 0 || height === 0) throw new Failure('image-empty');
  const scale = Math.min(1, longestDrawn / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
