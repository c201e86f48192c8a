import type { DicomElement } from '../dicom/write-dicom.ts';
import type { AnnotatedPicture } from './annotation.ts';

/** Segmentation Storage. */
export const segmentationClass = '1.2.840.10008.5.1.4.1.1.66.4';

/** The DICOM picture that was outlined. */
export interface DicomSource {
  readonly sopClass: string;
  readonly instanceUid: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  /** Counted from 1; null for a still. */
  readonly frame: number | null;
}

/** What a segmentation is called and refers to. */
export interface SegIdentity {
  readonly instanceUid: string;
  readonly seriesUid: string;
  readonly dimensionUid: string;
  /** The study of the source; a new one for a picture without DICOM. */
  readonly studyUid: string;
  /** Null for a picture that is no DICOM file. */
  readonly source: DicomSource | null;
  readonly date: Date;
  readonly appVersion: string;
}

/** How a segmentation says which file was outlined (0008,2111). */
const described = /^Outlined on “(.*)”, which (?:is|is not) DICOM\.$/s;

/** The name of the file that was outlined, as a segmentation of ours says it; null in others. */
export function readSourceName(description: string): string | null {
  return described.exec(description)?.[1] ?? null;
}

function describeSource(fileName: string, source: DicomSource | null): string {
  return `Outlined on “${fileName.slice(0, 900)}”, which ${source === null ? 'is not' : 'is'} DICOM.`;
}

/** The elements before those of the image. Patient and study are left empty: no name is ever written. */
export function segHead({ fileName }: AnnotatedPicture, identity: SegIdentity): DicomElement[] {
  const { source, date, appVersion } = identity;
  const day = date.toISOString().slice(0, 10).replaceAll('-', '');
  const time = date.toISOString().slice(11, 19).replaceAll(':', '');
  return [
    [0x0008_0005, 'CS', 'ISO_IR 192'],
    [0x0008_0008, 'CS', 'DERIVED\\PRIMARY'],
    [0x0008_0016, 'UI', segmentationClass],
    [0x0008_0018, 'UI', identity.instanceUid],
    [0x0008_0020, 'DA', ''],
    [0x0008_0023, 'DA', day],
    [0x0008_0030, 'TM', ''],
    [0x0008_0033, 'TM', time],
    [0x0008_0050, 'SH', ''],
    [0x0008_0060, 'CS', 'SEG'],
    [0x0008_0070, 'LO', 'Kidney Ultrasound Coach'],
    [0x0008_0090, 'PN', ''],
    [0x0008_103e, 'LO', 'Kidney outlines'],
    [0x0008_1090, 'LO', 'Kidney Ultrasound Coach'],
    ...(source === null ? [] : [referencedSeries(source)]),
    [0x0008_2111, 'ST', describeSource(fileName, source)],
    [0x0010_0010, 'PN', ''],
    [0x0010_0020, 'LO', ''],
    [0x0010_0030, 'DA', ''],
    [0x0010_0040, 'CS', ''],
    [0x0018_1000, 'LO', 'none'],
    [0x0018_1020, 'LO', appVersion],
    ...seriesElements(identity),
  ];
}

function referencedSeries({ sopClass, instanceUid, seriesUid }: DicomSource): DicomElement {
  const instance: DicomElement[] = [
    [0x0008_1150, 'UI', sopClass],
    [0x0008_1155, 'UI', instanceUid],
  ];
  return [
    0x0008_1115,
    'SQ',
    [
      [
        [0x0008_114a, 'SQ', [instance]],
        [0x0020_000e, 'UI', seriesUid],
      ],
    ],
  ];
}

/** Study, series, and the one dimension: the segment. */
function seriesElements({ studyUid, seriesUid, dimensionUid }: SegIdentity): DicomElement[] {
  const dimension: DicomElement[] = [
    [0x0020_9164, 'UI', dimensionUid],
    [0x0020_9165, 'AT', 0x0062_000b],
    [0x0020_9167, 'AT', 0x0062_000a],
    [0x0020_9421, 'LO', 'Segment'],
  ];
  return [
    [0x0020_000d, 'UI', studyUid],
    [0x0020_000e, 'UI', seriesUid],
    [0x0020_0010, 'SH', ''],
    [0x0020_0011, 'IS', '1'],
    [0x0020_0013, 'IS', '1'],
    [0x0020_0020, 'CS', ''],
    [0x0020_9221, 'SQ', [[[0x0020_9164, 'UI', dimensionUid]]]],
    [0x0020_9222, 'SQ', [dimension]],
  ];
}
