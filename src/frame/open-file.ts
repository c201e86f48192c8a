import { isDicom, sniffedBytes } from '../dicom/is-dicom.ts';
import { Failure } from '../failure.ts';
import type { Origin } from '../history/examination.ts';
import type { Frame } from './frame.ts';
import { isVideo } from './is-video.ts';
import { openDicomFrame } from './open-dicom.ts';
import { openImage } from './open-image.ts';
import { sniffImage } from './sniff-image.ts';

/**
 * Opens a picture file or the first picture of a DICOM file, by its first bytes and not by its name.
 * @throws Failure of `openImage` or `openDicomFrame`
 */
export async function openFile(file: File, origin: Origin): Promise<Frame> {
  const kind = await fileKind(file);
  if (kind === 'dicom') return openDicomFrame(file);
  if (kind === 'video') throw new Failure('video-alone', file.name);
  if (kind === 'misnamed') throw new Failure('not-dicom', file.name);
  if (kind === 'misnamed-pdf') throw new Failure('not-dicom-pdf', file.name);
  return openImage(file, origin);
}

/** What a file is, as far as its first bytes and then its name say; `other` may still be a picture that a browser knows. */
export type FileKind = 'dicom' | 'picture' | 'video' | 'zip' | 'misnamed' | 'misnamed-pdf' | 'other';

/** Looks at the first bytes of a file; one that cannot be read counts as `other`. */
export async function fileKind(file: File): Promise<FileKind> {
  const start = await readStart(file);
  if (isDicom(start)) return 'dicom';
  if (sniffImage(start).type !== null) return 'picture';
  if (await isVideo(file)) return 'video';
  if (startsWith(start, 'PK\x03\x04') || startsWith(start, 'PK\x05\x06')) return 'zip';
  if (start.length === 0 || !/\.(dcm|dicom|ima)$/i.test(file.name)) return 'other';
  return startsWith(start, '%PDF') ? 'misnamed-pdf' : 'misnamed';
}

async function readStart(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer());
  } catch {
    // A folder, or a stick that was pulled out: opening it will say so.
    return new Uint8Array();
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}
