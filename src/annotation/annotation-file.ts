/** A file as it was chosen, or as it will be saved. */
export interface AnnotationFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The formats that are written; each is read too. */
export const annotationFormats = [
  'via-csv',
  'via-json',
  'via-project',
  'coco',
  'labelme',
  'mask-png',
  'dicom-seg',
] as const;

/** One of the formats that are written. */
export type AnnotationFormat = (typeof annotationFormats)[number];
