import type { OpenedDicom } from '../../workers/dicom-protocol.ts';
import { Failure, toFailure } from '../failure.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Clip } from './clip.ts';
import { type DicomLink, startDicom } from './dicom-link.ts';
import type { Frame } from './frame.ts';
import { shrinkBitmap } from './shrink-bitmap.ts';

/** The first picture of a DICOM file in its full size. */
export interface DecodedDicom {
  readonly bitmap: ImageBitmap;
  readonly calibration: Calibration | null;
  /** The file holds more frames than this one. */
  readonly isAnimated: boolean;
}

/**
 * Opens the first picture of a DICOM file as a frame. Its name goes no further, and nothing is kept of it yet: text in the
 * picture may name who was scanned.
 * @throws Failure that says what the file is and why it is not read, the file's name as detail
 */
export async function openDicomFrame(file: File): Promise<Frame> {
  const { bitmap: whole, calibration, isAnimated } = await decodeDicom(file);
  const { width } = whole;
  const bitmap = await shrinkBitmap(whole);
  return {
    bitmap,
    origin: 'dicom',
    name: '',
    picture: null,
    notice: isAnimated ? 'animated' : null,
    calibration: scaleCalibration(calibration, bitmap.width / width),
    isIdentifying: true,
  };
}

/**
 * Decodes the first picture of a DICOM file in its full size.
 * @throws Failure as `openDicomFrame`
 */
export async function decodeDicom(file: File): Promise<DecodedDicom> {
  const { link, about } = await open(file);
  try {
    const bitmap = await read(link, { name: file.name, index: 0 });
    return { bitmap, calibration: about.calibrations[0] ?? null, isAnimated: about.timesMs.length > 1 };
  } finally {
    link.end();
  }
}

/**
 * Opens a DICOM file of several frames as a clip; null when it holds a single one.
 * @throws Failure as `openDicomFrame`
 */
export async function openDicomClip(file: File): Promise<Clip | null> {
  const { link, about } = await open(file);
  if (about.timesMs.length < 2) {
    link.end();
    return null;
  }
  return {
    name: '',
    origin: 'dicom',
    width: about.width,
    height: about.height,
    timesMs: about.timesMs,
    calibrationOf: (index) => about.calibrations[index] ?? null,
    isIdentifying: true,
    read: (index) => read(link, { name: file.name, index }),
    close: () => link.end(),
  };
}

/**
 * The files that a DICOMDIR lists, in order.
 * @throws Failure as `openDicomFrame`
 */
export async function listDicomDirectory(file: File): Promise<readonly string[]> {
  const link = startDicom(file.size);
  try {
    await link.ask('start', null);
    return (await link.ask('listDirectory', { file })).paths;
  } catch (thrown) {
    throw named(thrown, file.name);
  } finally {
    link.end();
  }
}

async function open(file: File): Promise<{ readonly link: DicomLink; readonly about: OpenedDicom }> {
  const link = startDicom(file.size);
  try {
    await link.ask('start', null);
    const about = await link.ask('open', { file });
    await link.ask('loadCodec', null);
    return { link, about };
  } catch (thrown) {
    link.end();
    throw named(thrown, file.name);
  }
}

async function read(
  link: DicomLink,
  { name, index }: { readonly name: string; readonly index: number },
): Promise<ImageBitmap> {
  try {
    const { pixels } = await link.ask('frame', { index });
    return await createImageBitmap(pixels);
  } catch (thrown) {
    throw named(thrown, name);
  }
}

/** The sentence names the file, whose name the worker was never told. */
function named(thrown: unknown, name: string): Failure {
  const { code, facts, detail } = toFailure(thrown);
  if (code === 'timed-out') return new Failure('dicom-slow', name);
  return code.startsWith('dicom-') || code === 'not-dicom' || code === 'image-empty'
    ? new Failure(code, name, facts)
    : new Failure(code, detail);
}

function scaleCalibration(calibration: Calibration | null, scale: number): Calibration | null {
  if (calibration === null || scale === 1) return calibration;
  const { x, y, width, height } = calibration.region;
  return {
    ...calibration,
    cmPerPixelX: calibration.cmPerPixelX / scale,
    cmPerPixelY: calibration.cmPerPixelY / scale,
    region: { x: x * scale, y: y * scale, width: width * scale, height: height * scale },
  };
}
