import { Failure } from '../failure.ts';
import type { StoredPicture } from '../history/examination.ts';

interface Encoding {
  readonly longestSide: number;
  readonly type: 'image/jpeg' | 'image/png';
  /** Of a JPEG, 0 to 1. */
  readonly quality?: number;
}

/** The small picture of a list. */
export function encodeThumbnail(bitmap: ImageBitmap): Promise<StoredPicture> {
  return encodePicture(bitmap, { longestSide: 240, type: 'image/jpeg' });
}

/** Draws a bitmap no longer than `longestSide` on its long side and encodes it. */
export async function encodePicture(bitmap: ImageBitmap, encoding: Encoding): Promise<StoredPicture> {
  const { longestSide, type, quality = 0.92 } = encoding;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Failure('unexpected', 'no 2d canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (blob === null) throw new Failure('unexpected', 'the canvas could not be encoded');
  return { bytes: await blob.arrayBuffer(), type: blob.type };
}
