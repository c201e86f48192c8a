import { Failure } from '../failure.ts';
import type { Examination, StoredClip } from '../history/examination.ts';
import { splitPictures } from '../history/stored-clip.ts';
import type { Clip } from './clip.ts';

/**
 * Opens a clip that history keeps.
 * @throws Failure `storage-blocked` when the record has no track, or its pictures do not fit it or cannot be read
 */
export async function openStoredClip(examination: Examination, stored: StoredClip): Promise<Clip> {
  const { name, origin, clip: track } = examination;
  const pictures = splitPictures(stored);
  const read = async (index: number): Promise<ImageBitmap> => {
    const picture = pictures[index];
    if (picture === undefined) throw new Failure('storage-blocked', `the clip has no picture ${index}`);
    try {
      return await createImageBitmap(picture);
    } catch (thrown) {
      throw new Failure('storage-blocked', String(thrown));
    }
  };
  if (track?.moments.length !== pictures.length)
    throw new Failure('storage-blocked', `${pictures.length} pictures for ${track?.moments.length} moments`);
  const first = await read(0);
  const { width, height } = first;
  first.close();
  return {
    name,
    origin,
    width,
    height,
    timesMs: track.moments.map(({ atMs }) => atMs),
    calibrationOf: () => null,
    // What could name a patient was blanked before it was kept.
    isIdentifying: false,
    read,
    close: () => undefined,
  };
}
