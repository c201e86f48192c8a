import type { Analysis } from './analysis.ts';
import type { ClipReview, FrameResult } from './clip-review.ts';
import { describeExamination } from './describe-examination.ts';
import { Failure } from './failure.ts';
import { blankOutside } from './frame/blank-outside.ts';
import { encodeMoment } from './frame/encode-moment.ts';
import { encodePicture, encodeThumbnail } from './frame/encode-picture.ts';
import { outlineKept } from './frame/outline-kept.ts';
import { clipMoment } from './history/clip-moment.ts';
import type { NewExamination } from './history/examination.ts';
import { joinPictures } from './history/stored-clip.ts';
import { thinMoments } from './history/thin-moments.ts';

/** A clip is kept with at most so many pictures … */
export const mostMoments = 300;
/** … that take about so much room together, in bytes. */
const mostBytes = 20e6;
/** As for a picture that comes alone. */
const pictureSide = 2048;

interface Dependencies {
  readonly analyse: (copy: () => Promise<ImageBitmap>) => Promise<Analysis>;
  /** Keeps a record; resolves to why it could not be kept on disk, or null. */
  readonly keep: (record: NewExamination) => Promise<Failure | null>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of a clip that was saved. */
export interface SavedClip {
  readonly id: string;
  /** Set when it does not outlast this window. */
  readonly unsaved: Failure | null;
}

/**
 * Keeps the best picture of a clip with the clip itself: the frames that were looked at, thinned evenly when there are
 * many.
 * @throws what reading, analysing and keeping throw
 */
export async function saveClip(review: ClipReview, dependencies: Dependencies): Promise<SavedClip> {
  const record = await makeRecord(review, dependencies);
  const unsaved = await dependencies.keep(record);
  return { id: record.examination.id, unsaved };
}

async function makeRecord(review: ClipReview, dependencies: Dependencies): Promise<NewExamination> {
  const { clip } = review.player;
  const frames = chooseFrames(review);
  const best = frames.findIndex(({ index }) => index === review.best.peek());
  const top = frames[best];
  if (top === undefined) throw new Failure('unexpected', 'no frame was judged');
  const bitmap = await readForKeeping(review, top);
  try {
    // Once more, for what the results leave out.
    const analysis = await dependencies.analyse(() => createImageBitmap(bitmap));
    const picture = await encodePicture(bitmap, { longestSide: pictureSide, type: 'image/jpeg' });
    const thumbnail = await encodeThumbnail(bitmap);
    const pictures = await encodeFrames(review, frames, dependencies);
    const moments = frames.map(({ index, result }) => clipMoment(result.analysis, clip.timesMs[index] ?? 0));
    const examination = {
      ...describeExamination(clip, analysis),
      ...(clip.origin === 'dicom' && { calibration: clip.calibrationOf(top.index) }),
      clip: { moments, best },
    };
    return { examination, picture, thumbnail, clip: joinPictures(pictures) };
  } finally {
    bitmap.close();
  }
}

interface ChosenFrame {
  readonly index: number;
  readonly result: FrameResult;
}

function chooseFrames(review: ClipReview): readonly ChosenFrame[] {
  const looked = review.results.peek().flatMap((result, index) => (result ? [{ index, result }] : []));
  const best = looked.findIndex(({ index }) => index === review.best.peek());
  return thinMoments(looked.length, mostMoments, best).flatMap((at) => looked[at] ?? []);
}

async function encodeFrames(
  review: ClipReview,
  frames: readonly ChosenFrame[],
  { onProgress }: Dependencies,
): Promise<readonly ArrayBuffer[]> {
  const pictures: ArrayBuffer[] = [];
  for (const frame of frames) {
    const bitmap = await readForKeeping(review, frame);
    pictures.push(await encodeMoment(bitmap, mostBytes / frames.length));
    bitmap.close();
    onProgress?.(pictures.length, frames.length);
  }
  return pictures;
}

/** The one place where a clip's pictures are read to be kept; of one that may name somebody, only the sector is. */
async function readForKeeping({ player }: ClipReview, { index, result }: ChosenFrame): Promise<ImageBitmap> {
  const bitmap = await player.read(index);
  if (!player.clip.isIdentifying) return bitmap;
  try {
    return await blankOutside(bitmap, outlineKept(result.analysis, bitmap, player.clip.calibrationOf(index)));
  } finally {
    bitmap.close();
  }
}
