import { signal } from '@preact/signals';
import type { Exam, PictureSource } from '../exam.ts';
import type { Frame } from '../frame/frame.ts';
import { isVideo } from '../frame/is-video.ts';
import { type PickedFile, pickFiles } from '../frame/picked-file.ts';
import type { Origin } from '../history/examination.ts';
import { say } from '../i18n/say.ts';
import { showClip } from '../opened-clip.ts';
import { go } from '../route.ts';
import { giveToScreen } from './file-taker.ts';

/** Whether what was chosen is still being looked through: a large ZIP takes its time. */
export const isGathering = signal(false);

/**
 * Checks files and, when there is one, shows its result at once; many stay as a list on Scan. A moving picture that comes
 * alone goes to the clip screen.
 */
export function checkFiles(exam: Exam, files: readonly File[], origin: Origin): Promise<void> {
  return checkPicked(exam, pickFiles(files), origin);
}

/** As `checkFiles`, for files that may lie in folders. */
export async function checkPicked(exam: Exam, picked: readonly PickedFile[], origin: Origin): Promise<void> {
  const [first, ...others] = picked;
  if (first === undefined || giveToScreen(picked.map(({ file }) => file))) return;
  const { file } = first;
  if (others.length === 0 && (await isVideo(file)))
    return showClip(file.name, async () => (await import('../frame/open-video.ts')).openVideo(file));
  go({ place: 'scan' });
  isGathering.value = true;
  const { sources, clip } = await gather(picked, origin).finally(() => {
    isGathering.value = false;
  });
  return clip === null ? checkPictures(exam, sources) : showClip('', async () => clip);
}

async function gather(picked: readonly PickedFile[], origin: Origin) {
  // Loaded with the first picture: the first screen does not need it.
  const { gatherPictures } = await import('../frame/gather-pictures.ts');
  const sources = await gatherPictures(picked, origin);
  const [only, ...more] = sources;
  const clip = only !== undefined && more.length === 0 ? await only.openClip() : null;
  return { sources, clip };
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
