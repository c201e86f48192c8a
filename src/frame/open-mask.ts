import { Failure } from '../failure.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { sniffImage } from './sniff-image.ts';

/** A mask is no larger than the pictures that it belongs to. */
const largestPixels = 50e6;

/**
 * Opens a mask: the values of its red channel as they stand in the file, with no colour management.
 * @throws Failure `image-damaged`, `image-empty`, `image-too-large` or `not-an-image`, the file's name as detail.
 */
export async function openMask(file: File): Promise<GreyImage> {
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
  if (bytes.length === 0) throw new Failure('image-empty', file.name);
  const { type, pixels } = sniffImage(bytes);
  if (pixels > largestPixels) throw new Failure('image-too-large', file.name);
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  }).catch(() => {
    throw new Failure(type === null ? 'not-an-image' : 'image-damaged', file.name);
  });
  try {
    return redOf(bitmap);
  } finally {
    bitmap.close();
  }
}

function redOf(bitmap: ImageBitmap): GreyImage {
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Failure('unexpected', 'no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0) };
}
