import { Failure } from '../failure.ts';
import type { Point } from '../pixels/sector.ts';

/**
 * The picture with everything black outside a closed outline, in its own pixels; wholly black where there is none. Made for
 * what is kept: text beside the sector may name who was scanned.
 */
export async function blankOutside(bitmap: ImageBitmap, outline: readonly Point[]): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Failure('unexpected', 'no 2d canvas');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x, y);
  context.clip();
  context.drawImage(bitmap, 0, 0);
  return createImageBitmap(canvas);
}
