import { Failure } from '../failure.ts';
import type { StoredPicture } from '../history/examination.ts';

/** The small picture of a list. */
export function encodeThumbnail(bitmap: ImageBitmap): Promise<StoredPicture> {
  return encodePicture(bitmap, { longestSide: 240, type: 'image/jpeg' });
}

/** Draws a bitmap no longer than `longestSide` on its long side and encodes it. */
export async function encodePicture(
  bitmap: ImageBitmap,
  { longestSide, type }: { readonly longestSide: number; readonly type: 'image/jpeg' | 'image/png' },
): Promise<StoredPicture> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Failure('unexpected', 'no 2d canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  if (blob === null) throw new Failure('unexpected', 'the canvas could not be encoded');
  return { bytes: await blob.arrayBuffer(), type: blob.type };
}
