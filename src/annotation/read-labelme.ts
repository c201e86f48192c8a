import type { AnnotatedPicture, Attributes, Region, Shape } from './annotation.ts';
import { decodeBase64 } from './base64.ts';
import { listOf, numberOf, recordOf, textOf } from './json.ts';
import { readLabelMeAttributes } from './labelme-attributes.ts';
import { readLabelMeShape, readPoints } from './labelme-shape.ts';
import { type Fault, keepShapes, type Report } from './problem.ts';
import { traceMask } from './trace-mask.ts';

/** Whether a JSON file is LabelMe's. */
export function isLabelMe(json: Attributes): boolean {
  return Array.isArray(json.shapes) && 'imagePath' in json;
}

/** Reads the LabelMe file of one picture; null where it names none. */
export async function readLabelMe(json: Attributes, report: Report): Promise<AnnotatedPicture | null> {
  const fileName = textOf(json.imagePath) ?? '';
  if (fileName === '') {
    report('picture-unnamed');
    return null;
  }
  const regions: Region[] = [];
  for (const [index, entry] of (listOf(json.shapes) ?? []).map(recordOf).entries()) {
    const place = { picture: fileName, shape: index + 1 };
    const shapes = keepShapes(await readShapes(entry), (code, _, facts) => report(code, place, facts));
    const group = numberOf(entry.group_id) ?? (shapes.length > 1 ? unusedGroup(json) + index : null);
    const attributes = readLabelMeAttributes(entry);
    regions.push(...shapes.map((shape) => ({ shape, label: textOf(entry.label) ?? '', group, attributes })));
  }
  return {
    fileName,
    fileSize: numberOf(json.fileSize),
    size: sizeOf(json),
    attributes: readLabelMeAttributes({ flags: json.flags ?? null, attributes: json.attributes ?? null }),
    regions,
  };
}

function sizeOf({ imageWidth, imageHeight }: Attributes): AnnotatedPicture['size'] {
  const width = numberOf(imageWidth);
  const height = numberOf(imageHeight);
  return width !== null && height !== null && width > 0 && height > 0 ? { width, height } : null;
}

/** Numbers above those that the file gives. */
function unusedGroup({ shapes }: Attributes): number {
  const groups = (listOf(shapes ?? null) ?? []).map((entry) => numberOf(recordOf(entry).group_id) ?? 0);
  return 1 + groups.reduce((most, group) => Math.max(most, group), 0);
}

async function readShapes(entry: Attributes): Promise<(Shape | Fault)[]> {
  return entry.shape_type === 'mask' ? readMask(entry) : readLabelMeShape(entry);
}

/** A small PNG whose top left corner lies at the first point. */
async function readMask({ points, mask }: Attributes): Promise<(Shape | Fault)[]> {
  const [corner] = readPoints(points) ?? [];
  const bytes = decodeBase64(textOf(mask) ?? '');
  const { readPngValues } = await import('./png-values.ts');
  const png = bytes && readPngValues(bytes);
  if (corner === undefined || png === null) return [{ fault: 'mask-damaged', facts: {} }];
  const { width, height, values } = png;
  const polygons = traceMask({ width, height, marks: values.map((value) => (value > 0 ? 1 : 0)) });
  const moved = ({ x, y }: { x: number; y: number }) => ({ x: x + corner.x, y: y + corner.y });
  return polygons.map(({ outer, holes }) => ({
    kind: 'polygon',
    outer: outer.map(moved),
    holes: holes.map((hole) => hole.map(moved)),
  }));
}
