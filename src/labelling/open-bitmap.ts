import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import { Failure } from '../failure.ts';

/**
 * A stored picture, upright and in full size.
 * @throws Failure `image-damaged` when it is not there or cannot be decoded; `storage-*`
 */
export async function openBitmap(store: AnnotationStore, id: string, fileName: string): Promise<ImageBitmap> {
  const picture = await store.readPicture(id);
  if (picture === null) throw new Failure('image-damaged', fileName);
  const blob = new Blob([picture.bytes], { type: picture.type });
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    throw new Failure('image-damaged', fileName);
  }
}
