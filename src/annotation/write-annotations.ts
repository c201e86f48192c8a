import { newUid } from '../dicom/new-uid.ts';
import type { Annotations, Attributes } from './annotation.ts';
import type { AnnotationFile, AnnotationFormat } from './annotation-file.ts';
import { nameAfter } from './file-names.ts';
import { isSized } from './paint-labels.ts';
import type { DicomSource, SegIdentity } from './seg-head.ts';
import { toBytes } from './text-bytes.ts';
import { toCoco } from './write-coco.ts';
import { toLabelMe } from './write-labelme.ts';
import { writeViaCsv } from './write-via-csv.ts';
import { toViaJson, toViaProject } from './write-via-json.ts';

/** What only a DICOM segmentation asks for. */
export interface WriteOptions {
  /** The DICOM pictures among those annotated, by the name of their file. */
  readonly sources?: ReadonlyMap<string, DicomSource>;
  readonly appVersion?: string;
  readonly date?: Date;
  /** Numbers from 0 up to and without 1, for new UIDs. */
  readonly random?: () => number;
}

/**
 * The files of an export, one for all pictures or one a picture, as the format has it. What the format cannot hold is left
 * out without a word: `lossesOf` says it before.
 */
export async function writeAnnotations(
  annotations: Annotations,
  format: AnnotationFormat,
  options: WriteOptions = {},
): Promise<AnnotationFile[]> {
  switch (format) {
    case 'via-csv':
      return [{ name: 'annotations.csv', bytes: toBytes(writeViaCsv(annotations)) }];
    case 'via-json':
      return [jsonFile('annotations.json', toViaJson(annotations))];
    case 'via-project':
      return [jsonFile('via-project.json', toViaProject(annotations))];
    case 'coco':
      return [jsonFile('coco.json', toCoco(annotations))];
    case 'labelme':
      return writeLabelMe(annotations);
    case 'mask-png':
      return (await import('./write-masks.ts')).writeMasks(annotations);
    case 'dicom-seg':
      return writeSegs(annotations, options);
  }
}

function writeLabelMe({ pictures }: Annotations): AnnotationFile[] {
  const names = nameAfter(
    pictures.map(({ fileName }) => fileName),
    '.json',
  );
  return pictures.map((picture, index) => jsonFile(names[index] ?? '', toLabelMe(picture)));
}

async function writeSegs({ pictures }: Annotations, options: WriteOptions): Promise<AnnotationFile[]> {
  const { writeSeg } = await import('./write-seg.ts');
  const sized = pictures.filter(isSized);
  const names = nameAfter(
    sized.map(({ fileName }) => fileName),
    '.seg.dcm',
  );
  const study = newUid(options.random);
  return sized.flatMap((picture, index) => {
    const source = options.sources?.get(picture.fileName) ?? null;
    const bytes = writeSeg(picture, identify(source, study, options));
    return bytes === null ? [] : [{ name: names[index] ?? '', bytes }];
  });
}

/** Pictures without DICOM share one new study. */
function identify(source: DicomSource | null, newStudy: string, options: WriteOptions): SegIdentity {
  const { random, date = new Date(), appVersion = 'unknown' } = options;
  return {
    instanceUid: newUid(random),
    seriesUid: newUid(random),
    dimensionUid: newUid(random),
    studyUid: source?.studyUid ?? newStudy,
    source,
    date,
    appVersion,
  };
}

function jsonFile(name: string, json: Attributes): AnnotationFile {
  return { name, bytes: toBytes(JSON.stringify(json, null, 1)) };
}
