import { modalityOf } from '../../src/dicom/object-kind.ts';
import { type Paint, paint } from '../../src/dicom/paint.ts';
import type { Pixels } from '../../src/dicom/picture-format.ts';
import type { Packing } from '../../src/dicom/transfer-syntax.ts';
import { Failure } from '../../src/failure.ts';
import type { Calibration } from '../../src/pixels/calibration.ts';
import type { OpenedDicom } from '../dicom-protocol.ts';
import { decodeFrame } from './decode-frame.ts';
import { placeFrames } from './frame-bytes.ts';
import { type Codec, loadCodec } from './load-codec.ts';
import { type DicomFile, readDicom } from './read-dicom.ts';
import { readFormat, readPacking } from './read-format.ts';
import { readPaint } from './read-paint.ts';
import { readCalibrations } from './read-regions.ts';
import { readTimes } from './read-timing.ts';

/** A DICOM file whose header was read. */
export interface OpenFile {
  readonly packing: Packing;
  readonly about: OpenedDicom;
  readonly loadCodec: () => Promise<void>;
  /** @throws Failure `dicom-damaged` or `dicom-packing` */
  readonly frame: (index: number) => Promise<Pixels>;
}

/**
 * Opens a DICOM file with pictures.
 * @throws Failure that names what the file is and why it is not read
 */
export async function openFile(blob: Blob): Promise<OpenFile> {
  const file = await readDicom(blob);
  const { packing, frames, painting, about } = await damagedUnless(async () => readHeader(file));
  let codec: Codec | null = null;
  return {
    packing,
    about,
    loadCodec: async () => {
      codec = await loadCodec(packing);
    },
    frame: (index) =>
      damagedUnless(async () => {
        const stretches = frames[index];
        if (stretches === undefined) throw new RangeError(`no frame ${index}`);
        const { format } = painting;
        return paint(await decodeFrame(stretches, { file, format, packing, codec }), painting);
      }),
  };
}

function readHeader(file: DicomFile) {
  const said = readFormat(file);
  const packing = readPacking(file);
  const { format, frames } = placeFrames(file, said, packing);
  const painting: Paint = readPaint(file.data, format);
  const calibrations: (Calibration | null)[] = readCalibrations(file.data, format);
  // Only what is named here leaves the worker.
  const about: OpenedDicom = {
    width: format.width,
    height: format.height,
    modality: modalityOf(file.data.string('x00080060')?.trim() ?? ''),
    timesMs: readTimes(file.data, format.frames),
    calibrations,
  };
  return { packing, frames, painting, about };
}

/** Whatever a parser or a codec throws beside a Failure means that the file is not as it should be. */
async function damagedUnless<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure('dicom-damaged', String(thrown));
  }
}
