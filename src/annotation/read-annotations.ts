import { isDicom } from '../dicom/is-dicom.ts';
import { toFailure } from '../failure.ts';
import type { AnnotatedPicture, Annotations, Attributes, Json } from './annotation.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { checkShapes } from './check-shapes.ts';
import { isRecord, parseJson } from './json.ts';
import { mostBytes } from './limits.ts';
import { isMaskLegend, type MaskLegend, readMaskLegend } from './mask-legend.ts';
import { mendJson } from './mend-json.ts';
import { type Problem, type Report, reportTo } from './problem.ts';
import { isCoco, readCoco } from './read-coco.ts';
import { isLabelMe, readLabelMe } from './read-labelme.ts';
import { isViaCsv, readViaCsv } from './read-via-csv.ts';
import { isViaJson, readViaJson } from './read-via-json.ts';
import { toText } from './text-bytes.ts';
import { defaultLabelKey } from './via-pictures.ts';

/** What could be read, and everything that is wrong, in the order of the files. */
export interface ReadAnnotations {
  readonly annotations: Annotations;
  readonly problems: readonly Problem[];
}

/**
 * Reads annotation files of any of the formats, told apart by what they hold and never by their names. Nothing is thrown:
 * what cannot be read is left out and named, so that the user can be asked whether to go on with the rest.
 */
export async function readAnnotations(files: readonly AnnotationFile[]): Promise<ReadAnnotations> {
  const problems: Problem[] = [];
  const opened = files.map((file) => openSafely(file, reportTo(problems, file.name)));
  const legend = opened.find(({ legend }) => legend !== null)?.legend ?? null;
  const parts: Annotations[] = [];
  for (const { file, read } of opened) {
    const report = reportTo(problems, file.name);
    const part = await read(legend).catch((thrown: unknown) => giveUp(thrown, report));
    if (part !== null) parts.push(takeNewPictures(part, parts, report));
  }
  const annotations = join(parts);
  return { annotations, problems };
}

/** A file whose format is known. */
interface OpenedFile {
  readonly file: AnnotationFile;
  readonly legend: MaskLegend | null;
  /** Null for a file that holds no annotations. */
  readonly read: (legend: MaskLegend | null) => Promise<Annotations | null>;
}

const nothing = async () => null;

/** A text of millions of quotation marks can exhaust the stack of whatever looks through it. */
function openSafely(file: AnnotationFile, report: Report): OpenedFile {
  try {
    return open(file, report);
  } catch (thrown) {
    giveUp(thrown, report);
    return { file, legend: null, read: nothing };
  }
}

function giveUp(thrown: unknown, report: Report): null {
  report('unreadable', {}, { reason: toFailure(thrown).detail });
  return null;
}

function open(file: AnnotationFile, report: Report): OpenedFile {
  const { bytes, name } = file;
  const opened = (read: OpenedFile['read'], legend: MaskLegend | null = null) => ({ file, legend, read });
  if (bytes.length === 0 || bytes.length > mostBytes) {
    report(bytes.length === 0 ? 'file-empty' : 'file-too-large');
    return opened(nothing);
  }
  // A PNG's first bytes; its reader is loaded only then.
  if (bytes[0] === 0x89 && bytes[1] === 0x50) {
    return opened(async (legend) => {
      const picture = (await import('./read-mask.ts')).readMask(file, legend, report);
      return picture && ofPictures([picture]);
    });
  }
  if (isDicom(bytes))
    return opened(async () => ofPictures((await import('./read-seg.ts')).readSeg(name, bytes, report)));
  return openText(file, report);
}

function openText(file: AnnotationFile, report: Report): OpenedFile {
  const { text, isUtf8 } = toText(file.bytes);
  if (isViaCsv(text)) {
    if (!isUtf8) report('encoding');
    return { file, legend: null, read: async () => readViaCsv(text, report) };
  }
  const json = /^\s*[[{]/.test(text) ? readJson(text, report) : null;
  if (isRecord(json)) return openJson(file, json, report);
  if (json !== undefined) report('unknown-format');
  return { file, legend: null, read: nothing };
}

/** The value of a JSON text, or of as much of it as is whole; undefined where nothing is. */
function readJson(text: string, report: Report): Json | undefined {
  const read = parseJson(text);
  if ('json' in read) return read.json;
  const { reason } = read;
  const mended = mendJson(text);
  if (mended === null) report('bad-json', {}, { reason });
  else report('json-cut-short', {}, { reason, line: mended.line });
  return mended?.json;
}

function openJson(file: AnnotationFile, json: Attributes, report: Report): OpenedFile {
  const opened = (read: OpenedFile['read'], legend: MaskLegend | null = null) => ({ file, legend, read });
  if (isMaskLegend(json)) return opened(nothing, readMaskLegend(json));
  if (isLabelMe(json))
    return opened(async () => {
      const picture = await readLabelMe(json, report);
      return picture && ofPictures([picture]);
    });
  if (isCoco(json)) return opened(async () => readCoco(json, report));
  if (isViaJson(json)) return opened(async () => readViaJson(json, report));
  report('unknown-format');
  return opened(nothing);
}

function ofPictures(pictures: readonly AnnotatedPicture[]): Annotations {
  return { pictures, labelKey: defaultLabelKey };
}

/** Two readers of one picture are never mixed: the file that comes first keeps it. */
function takeNewPictures(part: Annotations, before: readonly Annotations[], report: Report): Annotations {
  const known = new Set(before.flatMap(({ pictures }) => pictures.map(({ fileName }) => fileName)));
  const pictures = part.pictures.filter(({ fileName }) => {
    if (known.has(fileName)) report('picture-twice', { picture: fileName });
    const isNew = !known.has(fileName);
    known.add(fileName);
    return isNew;
  });
  for (const picture of pictures) checkShapes(picture, report);
  return { ...part, pictures };
}

function join(parts: readonly Annotations[]): Annotations {
  const about = Object.assign({}, ...parts.map((part) => part.about ?? {}).reverse()) as Attributes;
  return {
    pictures: parts.flatMap(({ pictures }) => pictures),
    labelKey: parts.find(({ pictures }) => pictures.length > 0)?.labelKey ?? defaultLabelKey,
    ...(Object.keys(about).length > 0 && { about }),
  };
}
