import type { AnnotatedPicture, Annotations, Attributes, Json, Region } from './annotation.ts';
import { readCocoShape } from './coco-shape.ts';
import { isRecord, listOf, numberOf, recordOf, textOf, without } from './json.ts';
import { keepShapes, type Report } from './problem.ts';
import { defaultLabelKey } from './via-pictures.ts';

const imageKeys = ['id', 'width', 'height', 'file_name', 'file_size', 'attributes'];
const annotationKeys = [
  ...['id', 'image_id', 'category_id', 'segmentation', 'area', 'bbox', 'iscrowd'],
  ...['attributes', 'group_id', 'shape'],
];

/** Whether a JSON file is COCO's for objects. */
export function isCoco(json: Attributes): boolean {
  return Array.isArray(json.images) && Array.isArray(json.annotations);
}

/** A picture while its annotations are read. */
interface Reading extends AnnotatedPicture {
  readonly regions: Region[];
}

/** Reads a COCO file: several polygons, run lengths, boxes; what else it says about a picture or object becomes attributes. */
export function readCoco(json: Attributes, report: Report): Annotations {
  const images = readImages(listOf(json.images) ?? [], report);
  const names = new Map<Json, string>();
  for (const category of (listOf(json.categories) ?? []).map(recordOf)) {
    names.set(category.id ?? null, textOf(category.name) ?? '');
  }
  for (const [index, annotation] of (listOf(json.annotations) ?? []).map(recordOf).entries()) {
    const picture = images.get(annotation.image_id ?? null);
    const place = { shape: index + 1, ...(picture && { picture: picture.fileName }) };
    const reportShape: Report = (code, _, facts) => report(code, place, facts);
    if (picture === undefined) reportShape('image-unknown');
    else picture.regions.push(...readObject(annotation, { picture, names }, reportShape));
  }
  const about = without(json, ['images', 'annotations']);
  return {
    labelKey: defaultLabelKey,
    pictures: [...images.values()],
    ...(Object.keys(about).length > 0 && { about }),
  };
}

function readImages(all: readonly Json[], report: Report): Map<Json, Reading> {
  const images = new Map<Json, Reading>();
  for (const [index, json] of all.entries()) {
    const image = recordOf(json);
    const fileName = textOf(image.file_name) ?? '';
    if (fileName === '') report('picture-unnamed', { picture: `${index + 1}` });
    else if (images.has(image.id ?? null)) report('picture-twice', { picture: fileName });
    else images.set(image.id ?? null, { fileName, ...readImage(image), regions: [] });
  }
  return images;
}

function readImage(image: Attributes): Pick<AnnotatedPicture, 'fileSize' | 'size' | 'attributes'> {
  const width = numberOf(image.width);
  const height = numberOf(image.height);
  return {
    fileSize: numberOf(image.file_size),
    size: width !== null && height !== null && width > 0 && height > 0 ? { width, height } : null,
    attributes: attributesOf(image, imageKeys),
  };
}

function readObject(
  annotation: Attributes,
  { picture, names }: { readonly picture: Reading; readonly names: ReadonlyMap<Json, string> },
  report: Report,
): Region[] {
  const label = names.get(annotation.category_id ?? null);
  if (label === undefined) report('class-unknown', {}, { class: String(annotation.category_id) });
  const read = readCocoShape(annotation);
  const shapes = keepShapes(read, report);
  const group = numberOf(annotation.group_id) ?? (shapes.length > 1 ? unusedGroup(picture.regions) : null);
  const attributes = attributesOf(annotation, annotationKeys);
  return shapes.map((shape) => ({ shape, label: label ?? '', group, attributes }));
}

function unusedGroup(regions: readonly Region[]): number {
  return 1 + regions.reduce((most, { group }) => Math.max(most, group ?? 0), 0);
}

/** What COCO does not know stands under `attributes`; what other programs put beside it joins it, and so does a crowd. */
function attributesOf(from: Attributes, known: readonly string[]): Attributes {
  const beside = { ...without(from, known), ...(from.iscrowd === 1 && { iscrowd: 1 }) };
  return isRecord(from.attributes) ? { ...from.attributes, ...beside } : beside;
}
