import type { StoredPicture } from '../history/examination.ts';
import type { Size } from '../measure/picture-scale.ts';

/** The size of a kept picture as it is opened, in pixels, of which its scale speaks; only the picture itself knows it. */
export async function openedSize({ bytes, type }: StoredPicture): Promise<Size> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });
  const size = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  return size;
}
