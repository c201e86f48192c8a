import type { StoredPicture } from '../history/examination.ts';
import { encodePicture } from './encode-picture.ts';

/** Tried from the first on until the picture is small enough; 960 pixels are enough to see again what was judged. */
const attempts = [
  { longestSide: 960, quality: 0.85 },
  { longestSide: 960, quality: 0.7 },
  { longestSide: 720, quality: 0.6 },
  { longestSide: 480, quality: 0.5 },
] as const;

/** A picture of a clip as JPEG: `mostBytes` at most, but for one that is smallest of all and still larger. */
export async function encodeMoment(bitmap: ImageBitmap, mostBytes: number): Promise<ArrayBuffer> {
  let picture: StoredPicture | null = null;
  for (const attempt of attempts) {
    if (picture !== null && picture.bytes.byteLength <= mostBytes) break;
    picture = await encodePicture(bitmap, { ...attempt, type: 'image/jpeg' });
  }
  return picture?.bytes ?? new ArrayBuffer();
}
