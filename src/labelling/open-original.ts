import type { Analysis } from '../analysis.ts';
import type { NewPicture } from '../annotation-store/project.ts';
import { Failure } from '../failure.ts';
import { blankOutside } from '../frame/blank-outside.ts';
import { encodePicture } from '../frame/encode-picture.ts';
import { type DecodedDicom, decodeDicom } from '../frame/open-dicom.ts';
import { fileKind } from '../frame/open-file.ts';
import { decodeImage } from '../frame/open-image.ts';
import { outlineKept } from '../frame/outline-kept.ts';

/** Analyses a picture; `copy` gives one to give away. */
export type Analyse = (copy: () => Promise<ImageBitmap>) => Promise<Analysis>;

/**
 * Makes a file a picture of a project, in its full size and, where it is an image file, as it is. Of a DICOM file only the
 * sector is kept, on black, in the size of the whole: text beside it may name who was scanned.
 * @throws Failure of `decodeImage`, `decodeDicom` or the analysis, and `video-unlabelled`
 */
export async function openOriginal(file: File, analyse: Analyse): Promise<NewPicture> {
  const kind = await fileKind(file);
  const about = { fileName: file.name, fileSize: file.size };
  if (kind === 'dicom') {
    const decoded = await decodeDicom(file);
    const dicom = await readSource(file, decoded.isAnimated ? 1 : null);
    return { ...about, ...(await keepDicom(decoded, analyse)), ...(dicom && { dicom }) };
  }
  if (kind === 'video') throw new Failure('video-unlabelled', file.name);
  if (kind === 'misnamed') throw new Failure('not-dicom', file.name);
  if (kind === 'misnamed-pdf') throw new Failure('not-dicom-pdf', file.name);
  const { bitmap, original } = await decodeImage(file);
  const { width, height } = bitmap;
  bitmap.close();
  return { ...about, width, height, picture: original };
}

async function keepDicom(
  { bitmap, calibration }: DecodedDicom,
  analyse: Analyse,
): Promise<Pick<NewPicture, 'width' | 'height' | 'picture'>> {
  const { width, height } = bitmap;
  try {
    const analysis = await analyse(() => createImageBitmap(bitmap));
    const blanked = await blankOutside(bitmap, outlineKept(analysis, bitmap, calibration));
    const picture = await encodePicture(blanked, { longestSide: Math.max(width, height), type: 'image/png' });
    blanked.close();
    return { width, height, picture };
  } finally {
    bitmap.close();
  }
}

/** Headers end long before; a file whose header does not is exported as one that is no DICOM. */
const headBytes = 1e6;

async function readSource(file: File, frame: number | null) {
  const { readDicomSource } = await import('../annotation/read-dicom-source.ts');
  return readDicomSource(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), frame);
}
