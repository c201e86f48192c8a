import type { AnnotatedPicture, Annotations, Attributes, Json, Region } from './annotation.ts';
import { toCocoShape } from './coco-shape.ts';
import { isSameJson, listOf, numberOf, recordOf, textOf } from './json.ts';

const supercategory = 'kidney';

/** A COCO file with polygons. Attributes stand under `attributes`, groups under `group_id`. */
export function toCoco({ pictures, about = {} }: Annotations): Attributes {
  const categories = categoriesOf(pictures, about);
  const ids = new Map(categories.map((category) => [category.name, category.id]));
  const annotations = pictures.flatMap((picture, index) =>
    objectsOf(picture.regions).map((regions) => toAnnotation(regions, index + 1, ids)),
  );
  return {
    info: about.info ?? { description: 'Kidney ultrasound annotations' },
    licenses: about.licenses ?? [],
    images: pictures.map(toImage),
    annotations: annotations.map((annotation, index) => ({ id: index + 1, ...annotation })),
    categories,
  };
}

interface Category extends Attributes {
  readonly id: number;
  readonly name: string;
}

/** The file's own categories first, those that are new behind them. */
function categoriesOf(pictures: readonly AnnotatedPicture[], about: Attributes): Category[] {
  const own = (listOf(about.categories) ?? []).flatMap((json): Category[] => {
    const category = recordOf(json);
    const id = numberOf(category.id);
    const name = textOf(category.name);
    return id === null || name === null ? [] : [{ ...category, id, name }];
  });
  const names = new Set(pictures.flatMap(({ regions }) => regions.map(({ label }) => label)));
  for (const { name } of own) names.delete(name);
  const next = 1 + own.reduce((most, { id }) => Math.max(most, id), 0);
  return [...own, ...[...names].map((name, index) => ({ id: next + index, name, supercategory }))];
}

function toImage({ fileName, fileSize, size, attributes }: AnnotatedPicture, index: number): Json {
  return {
    id: index + 1,
    ...(size !== null && { width: size.width, height: size.height }),
    file_name: fileName,
    ...(fileSize !== null && { file_size: fileSize }),
    attributes,
  };
}

/** Polygons of one object that follow each other make one annotation. */
function objectsOf(regions: readonly Region[]): (readonly Region[])[] {
  const objects: Region[][] = [];
  for (const region of regions) {
    const before = objects.at(-1);
    const last = before?.at(-1);
    if (before !== undefined && last !== undefined && isPartOf(last, region)) before.push(region);
    else objects.push([region]);
  }
  return objects;
}

function isPartOf(a: Region, b: Region): boolean {
  const isSameGroup = a.group !== null && a.group === b.group && a.label === b.label;
  const arePolygons = a.shape.kind === 'polygon' && b.shape.kind === 'polygon';
  return isSameGroup && arePolygons && isSameJson(a.attributes, b.attributes);
}

function toAnnotation(
  regions: readonly Region[],
  imageId: number,
  categories: ReadonlyMap<string, number>,
): Attributes {
  const [first] = regions;
  const group = first?.group ?? null;
  return {
    image_id: imageId,
    category_id: categories.get(first?.label ?? '') ?? 0,
    ...toCocoShape(regions.map(({ shape }) => shape)),
    ...(group !== null && { group_id: group }),
    attributes: first?.attributes ?? {},
  };
}
