import { Failure } from '../src/failure.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import { limitSize } from '../src/pixels/limit-size.ts';
import { coloursOf, greyOf } from '../src/pixels/planar-image.ts';
import { type ColourReading, readColour } from '../src/pixels/read-colour.ts';
import { toGreyImage } from '../src/pixels/to-grey-image.ts';
import type { Picture } from './protocol.ts';
import { readPlanes } from './read-planes.ts';

/** A picture in the one size and the one colour that everything else works on. */
export interface ReadPicture {
  /** At most 512 pixels on its long side. */
  readonly grey: GreyImage;
  readonly colour: ColourReading;
}

/** Pictures are analysed with their long side at most this long; more costs time and tells nothing more. */
const longSide = 512;
/**
 * Pictures are drawn as they are up to this length, so that only our own code makes them smaller: the browsers'
 * scaling differs enough to move a probability by 0.01. Beyond it, time and memory come first.
 */
const longestDrawn = 1280;
/** Enough pixels of a camera's picture to see whether it is coloured. */
const colourSide = 128;

/** Reads pictures, on one canvas that is kept from picture to picture; each is closed. */
export function createPictureReader(): (picture: Picture) => Promise<ReadPicture> {
  const draw = createDrawing();
  return async (picture) => {
    try {
      const planes = isVideoFrame(picture) ? await readPlanes(picture) : null;
      if (planes) {
        const step = Math.ceil(Math.max(planes.width, planes.height) / colourSide);
        return {
          grey: greyOf(planes, longSide),
          colour: readColour(coloursOf(planes, step), 1),
        };
      }
      const pixels = picture instanceof ImageData ? picture : draw(picture);
      return { grey: limitSize(toGreyImage(pixels), longSide), colour: readColour(pixels) };
    } finally {
      if ('close' in picture) picture.close();
    }
  };
}

/** Firefox before 130 and Safari before 16.4 have none, and the page then sends bitmaps. */
function isVideoFrame(picture: Picture): picture is VideoFrame {
  return typeof VideoFrame !== 'undefined' && picture instanceof VideoFrame;
}

function createDrawing(): (picture: ImageBitmap | VideoFrame) => ImageData {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return (picture) => {
    const { width, height } = readSize(picture);
    context ??= makeContext(width, height);
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
}

function makeContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Opaque, so that transparent parts become black; read back each time, so kept in main memory.
  const settings = { alpha: false, willReadFrequently: true };
  const context = new OffscreenCanvas(width, height).getContext('2d', settings);
  if (context === null) throw new Failure('unexpected', 'no 2D canvas in the worker');
  return context;
}

function readSize(picture: ImageBitmap | VideoFrame): { width: number; height: number } {
  const [across, down] =
    'displayWidth' in picture
      ? [picture.displayWidth, picture.displayHeight]
      : [picture.width, picture.height];
  if (across === 0 || down === 0) throw new Failure('image-empty');
  const scale = Math.min(1, longestDrawn / Math.max(across, down));
  return { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)) };
}
