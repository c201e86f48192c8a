import { newUid } from '../dicom/new-uid.ts';
import { type DicomElement, writeDicom } from '../dicom/write-dicom.ts';
import { say } from '../i18n/say.ts';
import { noticeWords } from './describe-report.ts';
import { instanceElements } from './dicom-instance.ts';
import type { Report } from './report.ts';

/** Secondary Capture Image Storage. */
const sopClass = '1.2.840.10008.5.1.4.1.1.7';

/** A drawn picture: red, green, blue and opacity, as a canvas gives it. */
export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/**
 * The report's picture, outline drawn in, as a DICOM secondary capture (PS3.3 A.8.1): RGB, not compressed. What is drawn in is
 * said to be burned in; the opacity is left out. `random` makes the UIDs.
 */
export function writeSecondaryCapture(
  report: Report,
  picture: DrawnPicture,
  random?: () => number,
): Uint8Array<ArrayBuffer> {
  const { side } = report.patient;
  const instance = {
    sopClass,
    modality: 'OT' as const,
    uid: newUid(random),
    study: newUid(random),
    series: newUid(random),
  };
  const elements: DicomElement[] = [
    ...instanceElements(report, instance),
    [0x0008_0008, 'CS', 'DERIVED\\SECONDARY'],
    // Made by a workstation from what another machine had made.
    [0x0008_0064, 'CS', 'WSD'],
    [0x0008_2111, 'ST', `${say('report.picture')}. ${noticeWords()}`],
    [0x0020_0020, 'CS', ''],
    // The kidneys are a pair, so the side belongs here, empty where nobody said.
    [0x0020_0060, 'CS', side === undefined ? '' : side === 'left' ? 'L' : 'R'],
    [0x0028_0002, 'US', 3],
    [0x0028_0004, 'CS', 'RGB'],
    [0x0028_0006, 'US', 0],
    [0x0028_0010, 'US', picture.height],
    [0x0028_0011, 'US', picture.width],
    [0x0028_0100, 'US', 8],
    [0x0028_0101, 'US', 8],
    [0x0028_0102, 'US', 7],
    [0x0028_0103, 'US', 0],
    [0x0028_0301, 'CS', 'YES'],
    [0x7fe0_0010, 'OB', withoutOpacity(picture)],
  ];
  return writeDicom(
    sopClass,
    instance.uid,
    elements.toSorted(([a], [b]) => a - b),
  );
}

function withoutOpacity({ width, height, data }: DrawnPicture): Uint8Array {
  const rgb = new Uint8Array(3 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgb[3 * pixel + channel] = data[4 * pixel + channel] ?? 0;
    }
  }
  return rgb;
}
