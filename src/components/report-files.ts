import { Failure } from '../failure.ts';
import type { Examination } from '../history/examination.ts';
import { formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { Report } from '../report/report.ts';
import { writeCsv } from '../report/write-csv.ts';
import { writeFhir } from '../report/write-fhir.ts';
import { writeJson } from '../report/write-json.ts';
import { writeSecondaryCapture } from '../report/write-secondary-capture.ts';
import { writeSr } from '../report/write-sr.ts';
import { drawReportPicture } from './draw-report-picture.ts';
import { reportedSizeWords } from './report-words.ts';

/** The formats in which a report leaves. */
export const reportFormats = ['json', 'csv', 'fhir', 'sr', 'picture'] as const;

/** One of the formats. */
export type ReportFormat = (typeof reportFormats)[number];

/** What files are made from. */
export interface ReportOf {
  readonly report: Report;
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

/** A report as a file of that format; its name tells the day and nobody's name. */
export function reportFile(of: ReportOf, format: ReportFormat): File {
  const { report } = of;
  switch (format) {
    case 'json':
      return fileOf(report, 'json', [writeJson(report), 'application/json']);
    case 'csv':
      return fileOf(report, 'csv', [writeCsv(report), 'text/csv']);
    case 'fhir':
      return fileOf(report, 'fhir.json', [
        writeFhir(report, () => crypto.randomUUID()),
        'application/fhir+json',
      ]);
    case 'sr':
      return fileOf(report, 'sr.dcm', [writeSr(report), 'application/dicom']);
    case 'picture':
      return fileOf(report, 'picture.dcm', [writeSecondaryCapture(report, drawn(of)), 'application/dicom']);
  }
}

/** What the share sheet gets: the picture with its words, and the table. */
export async function sharedFiles(of: ReportOf): Promise<File[]> {
  const picture = await encodePng(drawReportPicture(of.bitmap, of.examination, captionOf(of.report)));
  return [fileOf(of.report, 'png', [picture, 'image/png']), reportFile(of, 'csv')];
}

/** A canvas as a PNG. */
export async function encodePng(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Failure('unexpected', 'the canvas could not be encoded');
  return blob;
}

function fileOf(report: Report, ending: string, [content, type]: readonly [BlobPart, string]): File {
  const day = new Date(report.picture.analysedAt).toISOString().slice(0, 10);
  return new File([content], `kidney-report-${day}.${ending}`, { type });
}

function drawn({ report, bitmap, examination }: ReportOf): ImageData {
  const canvas = drawReportPicture(bitmap, examination, captionOf(report));
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (pixels === undefined) throw new Failure('unexpected', 'no 2d canvas');
  return pixels;
}

/** What stands below a picture that goes alone. */
function captionOf({ picture, sizes }: Report): string[] {
  const told = sizes
    .filter(({ kind, method }) => (kind === 'length' || kind === 'width') && method !== 'caliper')
    .map((size) => {
      const { title, value, plusMinus } = reportedSizeWords(size);
      return `${title} ${value} ${plusMinus}`;
    });
  return [[formatTime(picture.analysedAt), ...told].join(' · '), say('report.notice')];
}
