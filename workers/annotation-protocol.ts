import type { Annotations } from '../src/annotation/annotation.ts';
import type { AnnotationFile, AnnotationFormat } from '../src/annotation/annotation-file.ts';
import type { Loss } from '../src/annotation/losses-of.ts';
import type { ReadAnnotations } from '../src/annotation/read-annotations.ts';
import type { DicomSource } from '../src/annotation/seg-head.ts';

/** What can be asked of the worker that reads and writes annotation files: painting a thousand masks takes its time. */
export interface AnnotationRequests {
  read: { args: { readonly files: readonly AnnotationFile[] }; result: ReadAnnotations };
  /** What a format cannot hold of these annotations. */
  losses: { args: FormatArgs; result: readonly Loss[] };
  /** One file to save: the format's own, or a ZIP where it has one for each picture. */
  write: { args: WriteArgs; result: AnnotationFile };
}

/** Annotations and the format in which they are to leave. */
export interface FormatArgs {
  readonly annotations: Annotations;
  readonly format: AnnotationFormat;
}

/** What is to be written, by which app, and which of the pictures are DICOM. */
export interface WriteArgs extends FormatArgs {
  readonly appVersion: string;
  readonly sources: ReadonlyMap<string, DicomSource>;
}
