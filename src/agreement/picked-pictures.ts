import { nameKey } from '../evaluation/match-pictures.ts';
import { gatherPictures } from '../frame/gather-pictures.ts';
import { decodeDicom } from '../frame/open-dicom.ts';
import { fileKind } from '../frame/open-file.ts';
import { decodeImage } from '../frame/open-image.ts';
import { pickFiles } from '../frame/picked-file.ts';
import type { Calibration } from '../pixels/calibration.ts';

/** Picture files by `nameKey`. */
export type PickedPictures = ReadonlyMap<string, File>;

/** The pictures among files, folders and ZIPs that were chosen. */
export async function pickPictures(files: readonly File[]): Promise<PickedPictures> {
  const sources = await gatherPictures(pickFiles(files), 'file');
  return new Map(
    sources.flatMap(({ file }) => (file === null ? [] : [[nameKey({ fileName: file.name }), file] as const])),
  );
}

/** A picture in its full size, and how long its centimetres are where the file says so. */
export interface DecodedPicture {
  readonly bitmap: ImageBitmap;
  readonly calibration: Calibration | null;
}

/**
 * Decodes a picture in the size that annotations speak of.
 * @throws Failure of `decodeImage` or `decodeDicom`
 */
export async function decodePicture(file: File): Promise<DecodedPicture> {
  if ((await fileKind(file)) === 'dicom') return decodeDicom(file);
  const { bitmap } = await decodeImage(file);
  return { bitmap, calibration: null };
}
