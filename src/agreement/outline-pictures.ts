import type { Analysis } from '../analysis.ts';
import type { AnnotatedPicture } from '../annotation/annotation.ts';
import { pointsOf } from '../annotation/polygon-of.ts';
import type { Scales } from '../evaluation/compare-readers.ts';
import { nameKey, type Reader, type SharedPicture } from '../evaluation/match-pictures.ts';
import type { PixelSize } from '../evaluation/surface-distances.ts';
import { type Failure, toFailure } from '../failure.ts';
import { fileKind } from '../frame/open-file.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { DecodedPicture, PickedPictures } from './picked-pictures.ts';
import { readByModel } from './read-by-model.ts';

/** What opening and analysing pictures takes. */
export interface PictureServices {
  readonly decode: (file: File) => Promise<DecodedPicture>;
  readonly analyse: (copy: () => Promise<ImageBitmap>) => Promise<Analysis>;
}

interface Wish {
  readonly pictures: PickedPictures;
  /** What the readers annotated; other pictures are not looked at. */
  readonly shared: readonly SharedPicture[];
  readonly isModelReader: boolean;
  readonly signal: AbortSignal;
}

interface Services extends PictureServices {
  readonly onProgress: (done: number, total: number) => void;
}

/** What the pictures themselves add to the readers' files. */
export interface LookedAt {
  /** The model as a reader; null where it was not asked. */
  readonly reader: Reader | null;
  readonly scales: Scales;
  readonly unopened: readonly { readonly fileName: string; readonly failure: Failure }[];
}

/**
 * Looks at the pictures that the readers annotated, one after the other: the model outlines them, and DICOM files tell
 * their scale. A picture that cannot be opened does not stop the rest.
 * @throws what `signal` was aborted with, or the failure of a model that cannot answer at all
 */
export async function outlinePictures(wish: Wish, services: Services): Promise<LookedAt> {
  const read: AnnotatedPicture[] = [];
  const scales = new Map<string, PixelSize>();
  const unopened: { fileName: string; failure: Failure }[] = [];
  let name = '';
  const wanted = await findWanted(wish);
  for (const [done, { file, shared }] of wanted.entries()) {
    services.onProgress(done, wanted.length);
    wish.signal.throwIfAborted();
    try {
      const { picture, calibration, model } = await lookAt(file, wish.isModelReader, services);
      const scale = scaleOf(calibration, shared);
      if (scale) scales.set(nameKey(shared), scale);
      if (picture) read.push(picture);
      name = model ?? name;
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (isOfEngine(failure)) throw failure;
      unopened.push({ fileName: shared.fileName, failure });
    }
  }
  const reader = wish.isModelReader ? { name, annotations: { pictures: read, labelKey: 'Anatomy' } } : null;
  return { reader, scales, unopened };
}

/** The files of the readers' pictures; only DICOM files can tell more where the model is not asked. */
async function findWanted({ pictures, shared: all, isModelReader }: Wish): Promise<Wanted[]> {
  const wanted = all.flatMap((shared): Wanted[] => {
    const file = pictures.get(nameKey(shared));
    return file ? [{ file, shared }] : [];
  });
  if (isModelReader) return wanted;
  const kinds = await Promise.all(wanted.map(({ file }) => fileKind(file)));
  return wanted.filter((_, i) => kinds[i] === 'dicom');
}

interface Wanted {
  readonly file: File;
  readonly shared: SharedPicture;
}

async function lookAt(file: File, isModelAsked: boolean, { decode, analyse }: PictureServices) {
  const { bitmap, calibration } = await decode(file);
  try {
    if (!isModelAsked) return { calibration };
    const analysis = await analyse(() => createImageBitmap(bitmap));
    const { name, version } = analysis.model;
    return {
      calibration,
      picture: readByModel(analysis, { name: file.name, bitmap }),
      model: `${name} ${version}`,
    };
  } finally {
    bitmap.close();
  }
}

/** A region's scale holds for what lies inside it, and not for a second picture beside it. */
function scaleOf(calibration: Calibration | null, { readings }: SharedPicture): PixelSize | null {
  if (calibration === null) return null;
  const { x: left, y: top, width, height } = calibration.region;
  const points = readings.flatMap(({ regions }) => regions.flatMap(({ shape }) => pointsOf(shape)));
  const isInside = points.every(
    ({ x, y }) => x >= left && y >= top && x <= left + width && y <= top + height,
  );
  return isInside ? { x: calibration.cmPerPixelX, y: calibration.cmPerPixelY } : null;
}

/** No other picture would fare better. */
function isOfEngine({ code }: Failure): boolean {
  return (
    code === 'model-missing' || code === 'backend-missing' || code === 'worker-lost' || code === 'timed-out'
  );
}
