import type { Exam, PictureSource } from '../exam.ts';
import { Failure } from '../failure.ts';
import type { Frame } from '../frame/frame.ts';
import { isVideo } from '../frame/is-video.ts';
import { openImage } from '../frame/open-image.ts';
import type { Origin } from '../history/examination.ts';
import { say } from '../i18n/say.ts';
import { showClip } from '../opened-clip.ts';
import { go } from '../route.ts';

/**
 * Checks files and, when there is one, shows its result at once; many stay as a list on Scan. A video goes to the clip
 * screen.
 */
export async function checkFiles(exam: Exam, files: readonly File[], origin: Origin): Promise<void> {
  const [only, ...more] = files;
  if (only && more.length === 0 && (await isVideo(only)))
    return showClip(only.name, async () => (await import('../frame/open-video.ts')).openVideo(only));
  return checkPictures(
    exam,
    files.map((file) => ({ name: file.name, open: () => openPicture(file, origin) })),
  );
}

async function openPicture(file: File, origin: Origin): Promise<Frame> {
  if (await isVideo(file)) throw new Failure('video-alone', file.name);
  return openImage(file, origin);
}

/** Checks the picture of a simulated patient, another one each time. */
export function checkSample(exam: Exam): Promise<void> {
  const seed = Math.floor(Math.random() * 1e6);
  const name = say('scan.sample.name', { seed });
  // Loaded when it is wanted: the first screen does not need it.
  const open = async (): Promise<Frame> => (await import('../frame/draw-sample.ts')).drawSample(seed, name);
  return checkPictures(exam, [{ name, open }]);
}

/** As `checkFiles`, for pictures from any source. */
export async function checkPictures(exam: Exam, sources: readonly PictureSource[]): Promise<void> {
  if (sources.length === 0) return;
  go({ place: 'scan' });
  const [only, ...more] = await exam.check(sources);
  if (only?.progress.state === 'done' && more.length === 0)
    go({ place: 'examination', id: only.progress.id });
}
