import { type DataSet, parseDicom } from 'dicom-parser';
import type { DicomSource } from './seg-head.ts';

/**
 * What a segmentation must know of the DICOM picture that it was drawn on: its UIDs, and nothing that names a patient. Null
 * where the file is no DICOM picture, or lacks one of them.
 */
export function readDicomSource(bytes: Uint8Array, frame: number | null = null): DicomSource | null {
  const data = parseHead(bytes);
  if (data === null) return null;
  const source = {
    sopClass: uid(data, 'x00080016'),
    instanceUid: uid(data, 'x00080018'),
    studyUid: uid(data, 'x0020000d'),
    seriesUid: uid(data, 'x0020000e'),
  };
  return Object.values(source).includes('') ? null : { ...source, frame };
}

function parseHead(bytes: Uint8Array): DataSet | null {
  try {
    return parseDicom(bytes, { untilTag: 'x7fe00010' });
  } catch {
    return null;
  }
}

/** Only what looks like a UID is taken over. */
function uid(data: DataSet, tag: string): string {
  const text = data.string(tag)?.trim() ?? '';
  return /^[\d.]{1,64}$/.test(text) ? text : '';
}
