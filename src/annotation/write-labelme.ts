import type { AnnotatedPicture, Attributes, Region } from './annotation.ts';
import { toLabelMeAttributes } from './labelme-attributes.ts';
import { toLabelMeShape } from './labelme-shape.ts';

/** The LabelMe 5 file of one picture, which lies beside it; the picture itself is not in it. */
export function toLabelMe({ fileName, fileSize, size, attributes, regions }: AnnotatedPicture): Attributes {
  return {
    version: '5.5.0',
    ...toLabelMeAttributes(attributes),
    shapes: regions.map(toShape),
    imagePath: fileName,
    imageData: null,
    imageHeight: size?.height ?? null,
    imageWidth: size?.width ?? null,
    ...(fileSize !== null && { fileSize }),
  };
}

function toShape({ label, group, shape, attributes }: Region): Attributes {
  return { label, ...toLabelMeShape(shape), group_id: group, ...toLabelMeAttributes(attributes) };
}
