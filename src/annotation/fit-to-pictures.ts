import type { AnnotatedPicture, Annotations } from './annotation.ts';
import { liesOutside } from './check-shapes.ts';
import { baseNameOf } from './file-names.ts';
import { type Problem, type Report, reportTo } from './problem.ts';

/** A picture that is at hand. */
export interface PictureAtHand {
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  /** Bytes; left out where it is not known. */
  readonly fileSize?: number;
}

/** Annotations that know the sizes of their pictures, and what does not fit. */
export interface FittedAnnotations {
  readonly annotations: Annotations;
  readonly problems: readonly Problem[];
}

/**
 * Compares annotations with the pictures at hand, by name, with or without folders: pictures that are missing, have another size than
 * the annotation says, or are too small for their outlines. Sizes that the file did not say are filled in; one that it said
 * stays, because its coordinates were meant for it.
 */
export function fitToPictures(
  annotations: Annotations,
  pictures: readonly PictureAtHand[],
  file: string,
): FittedAnnotations {
  const problems: Problem[] = [];
  const report = reportTo(problems, file);
  const atHand = new Map([
    ...pictures.map((picture) => [baseNameOf(picture.fileName), picture] as const),
    // The whole name counts before the name without folders.
    ...pictures.map((picture) => [picture.fileName, picture] as const),
  ]);
  const fitted = annotations.pictures.map((picture) => {
    const found = atHand.get(picture.fileName) ?? atHand.get(baseNameOf(picture.fileName));
    if (found === undefined) report('picture-missing', { picture: picture.fileName });
    return found === undefined ? picture : compare(picture, found, report);
  });
  return { annotations: { ...annotations, pictures: fitted }, problems };
}

function compare(picture: AnnotatedPicture, atHand: PictureAtHand, report: Report): AnnotatedPicture {
  const { width, height, fileSize = null } = atHand;
  const { fileName, size, regions } = picture;
  if (size !== null && (size.width !== width || size.height !== height)) {
    report('picture-size', { picture: fileName }, { ...size, haveWidth: width, haveHeight: height });
  } else if (size === null) {
    for (const [index, region] of regions.entries()) {
      if (!liesOutside(region, { width, height })) continue;
      report('outside-picture', { picture: fileName, shape: index + 1 }, { label: region.label });
    }
  }
  return { ...picture, size: size ?? { width, height }, fileSize: picture.fileSize ?? fileSize };
}
