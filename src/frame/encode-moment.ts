import type { StoredPicture } from '../history/examination.ts';
import { encodePicture } from './encode-picture.ts';

/** A clip's pictures are kept at most this long: enough to see again what was judged. */
const longestSide = 960;
/** Tried from the left until the picture is small enough; speckle is hard to compress. */
const qualities = [0.85, 0.7, 0.5] as const;

/** A picture of a clip as JPEG, of about `mostBytes` at most. */
export async function encodeMoment(bitmap: ImageBitmap, mostBytes: number): Promise<ArrayBuffer> {
  let picture: StoredPicture | null = null;
  for (const quality of qualities) {
    if (picture !== null && picture.bytes.byteLength <= mostBytes) break;
    picture = await encodePicture(bitmap, { longestSide, type: 'image/jpeg', quality });
  }
  return picture?.bytes ?? new ArrayBuffer();
}
