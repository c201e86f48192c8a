import { type DataSet, parseDicom } from 'dicom-parser';
import { toAlgorithmAttributes } from './algorithm.ts';
import type { AnnotatedPicture, Attributes, Region } from './annotation.ts';
import { stemOf } from './file-names.ts';
import { lateralityKey } from './laterality.ts';
import { mostPixels } from './limits.ts';
import { unpackBits } from './pack-bits.ts';
import type { Report } from './problem.ts';
import { readSourceName, segmentationClass } from './seg-head.ts';
import { readSegmentLabel, sides } from './segment-codes.ts';
import { toText } from './text-bytes.ts';
import { traceMask } from './trace-mask.ts';

/** What a file says of all its frames. */
interface SegImage {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly bits: 1 | 8;
  readonly pixels: Uint8Array;
  /** Of fractional values, those from here on are marked. */
  readonly threshold: number;
}

interface Segment {
  readonly label: string;
  readonly attributes: Attributes;
  readonly side: 'Left' | 'Right' | null;
}

/** Reads a DICOM segmentation, binary or fractional (from half on), uncompressed: the pictures it lies on, in their order. */
export function readSeg(name: string, bytes: Uint8Array, report: Report): AnnotatedPicture[] {
  const data = parse(bytes);
  if (data === null) {
    report('seg-damaged');
    return [];
  }
  if (text(data, 'x00080016') !== segmentationClass) {
    report('seg-foreign');
    return [];
  }
  const image = readImage(data, report);
  return image === null ? [] : readFrames(data, { image, name }, report);
}

function parse(bytes: Uint8Array): DataSet | null {
  try {
    // The masks' bytes may end too early; the head can be read all the same.
    return parseDicom(bytes, { untilTag: 'x7fe00010' });
  } catch {
    return null;
  }
}

function readImage(data: DataSet, report: Report): SegImage | null {
  const width = data.uint16('x00280011') ?? 0;
  const height = data.uint16('x00280010') ?? 0;
  const frames = Number(text(data, 'x00280008') || 1);
  const bits = data.uint16('x00280100');
  const element = data.elements.x7fe00010;
  const isPlain = element?.hadUndefinedLength !== true && (bits === 1 || bits === 8);
  if (!isPlain || text(data, 'x00620001') === 'LABELMAP') {
    report('seg-packing');
    return null;
  }
  const isSized = width > 0 && height > 0 && Number.isInteger(frames) && frames > 0;
  if (element === undefined || !isSized || width * height > mostPixels) {
    report('seg-damaged');
    return null;
  }
  const pixels = data.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
  const need = Math.ceil((width * height * frames * bits) / 8);
  if (pixels.length < need) report('cut-short', {}, { have: pixels.length, need });
  const threshold = Math.max(1, (data.uint16('x0062000e') ?? 1) / 2);
  return { width, height, frames, bits, pixels, threshold };
}

/** Frames of the same picture belong together. */
function readFrames(
  data: DataSet,
  { image, name }: { readonly image: SegImage; readonly name: string },
  report: Report,
): AnnotatedPicture[] {
  const segments = readSegments(data);
  const ownName = readSourceName(decoded(data, 'x00082111'));
  const pictures = new Map<string, { picture: AnnotatedPicture; regions: Region[] }>();
  const shared = item(data, 'x52009229');
  const groups = data.elements.x52009230?.items ?? [];
  const whole = Math.floor((image.pixels.length * 8) / (image.width * image.height * image.bits));
  for (let frame = 0; frame < Math.min(image.frames, whole); frame++) {
    const group = groups[frame]?.dataSet;
    const identified = item(group, 'x0062000a') ?? item(shared, 'x0062000a');
    const segment = segments.get(identified?.uint16('x0062000b') ?? 0);
    if (segment === undefined) {
      report('segment-unknown', { shape: frame + 1 });
      continue;
    }
    const fileName = ownName ?? sourceOf(group) ?? sourceOf(shared) ?? stemOf(name);
    const attributes: Attributes = segment.side === null ? {} : { [lateralityKey]: segment.side };
    const size = { width: image.width, height: image.height };
    const known = pictures.get(fileName) ?? {
      picture: { fileName, fileSize: null, size, attributes, regions: [] },
      regions: [],
    };
    pictures.set(fileName, known);
    known.regions.push(...readRegions(image, frame, segment));
  }
  return [...pictures.values()].map(({ picture, regions }) => ({ ...picture, regions }));
}

function readRegions(image: SegImage, frame: number, { label, attributes }: Segment): Region[] {
  const { width, height, bits, pixels, threshold } = image;
  const size = width * height;
  const marks =
    bits === 1
      ? unpackBits(pixels, frame, size)
      : pixels.slice(frame * size, (frame + 1) * size).map((value) => (value >= threshold ? 1 : 0));
  return traceMask({ width, height, marks }).map((shape) => ({ shape, label, group: null, attributes }));
}

function readSegments(data: DataSet): Map<number, Segment> {
  const items = data.elements.x00620002?.items ?? [];
  return new Map(
    items.flatMap(({ dataSet }) =>
      dataSet === undefined ? [] : [[dataSet.uint16('x00620004') ?? 0, readSegment(dataSet)]],
    ),
  );
}

function readSegment(data: DataSet): Segment {
  const property = item(data, 'x0062000f');
  const code = { value: text(property, 'x00080100'), meaning: decoded(property, 'x00080104') };
  const type = text(data, 'x00620008');
  const side = text(item(property, 'x00620011'), 'x00080100');
  return {
    label: readSegmentLabel(decoded(data, 'x00620005'), code),
    attributes:
      type === 'SEMIAUTOMATIC' || type === 'AUTOMATIC'
        ? toAlgorithmAttributes({ type, name: decoded(data, 'x00620009') })
        : {},
    side: side === sides.Left.value ? 'Left' : side === sides.Right.value ? 'Right' : null,
  };
}

/** The picture that a frame was drawn on, by its UID and, in a clip, its number. */
function sourceOf(group: DataSet | undefined): string | null {
  const source = item(item(group, 'x00089124'), 'x00082112');
  const uid = text(source, 'x00081155');
  const frame = text(source, 'x00081160');
  if (uid === '') return null;
  return frame === '' ? uid : `${uid}#${frame}`;
}

function item(data: DataSet | undefined, tag: string): DataSet | undefined {
  return data?.elements[tag]?.items?.[0]?.dataSet;
}

function text(data: DataSet | undefined, tag: string): string {
  return data?.string(tag)?.trim() ?? '';
}

/** A text that may hold letters beyond ASCII; the library reads bytes as Latin-1. */
function decoded(data: DataSet | undefined, tag: string): string {
  const element = data?.elements[tag];
  if (data === undefined || element === undefined) return '';
  const bytes = data.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
  return toText(bytes).text.replaceAll('\0', '').trim();
}
