import type { ModelIdentity } from '../analysis.ts';
import type { Attributes, Region } from '../annotation/annotation.ts';
import type { DicomSource } from '../annotation/seg-head.ts';
import type { StoredPicture } from '../history/examination.ts';
import type { Progress } from './progress.ts';

/** How far a picture is: untouched, with the model's proposal on it, worked on, finished, or left out on purpose. */
export type WorkStatus = 'new' | 'proposed' | 'begun' | 'done' | 'skipped';

/** A set of pictures that is being labelled. */
export interface Project {
  /** A random UUID. */
  readonly id: string;
  readonly name: string;
  /** The attribute that names what was marked, as the imported file calls it. */
  readonly labelKey: string;
  /** The names that imported files give to what was marked. */
  readonly labels: readonly string[];
  /** What the imported file said about itself, to be written again. */
  readonly about?: Attributes;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** When anything of it last changed. */
  readonly updatedAt: number;
  /** When it was deleted, or null; it can be brought back until it is purged. */
  readonly deletedAt: number | null;
  /** The picture that was looked at last; null before the first. */
  readonly lastPicture: string | null;
}

/** The few fields of a picture that lists and progress need, so that thousands load at once. */
export interface PictureRow {
  /** A random UUID. */
  readonly id: string;
  readonly project: string;
  /** Its place in the project, from 0; gaps do no harm. */
  readonly order: number;
  readonly fileName: string;
  /** Bytes of the file that was chosen. */
  readonly fileSize: number;
  /** Pixels of the original picture, upright; all coordinates are in these. */
  readonly width: number;
  readonly height: number;
  /** The DICOM picture that it is, by its UIDs, which a segmentation must name; absent for other files. */
  readonly dicom?: DicomSource;
  readonly status: WorkStatus;
  /** Counts up with every change of the annotation, so that no tab overwrites what it has not seen. */
  readonly revision: number;
  readonly updatedAt: number;
}

/** What a model outlined, kept beside what people drew. */
export interface Proposal {
  readonly regions: readonly Region[];
  readonly model: ModelIdentity;
}

/** What was said about one picture. */
export interface PictureAnnotation {
  readonly attributes: Attributes;
  readonly regions: readonly Region[];
  /** Null where no model was asked; without regions where it saw no kidney. */
  readonly proposal: Proposal | null;
}

/** A picture on its way into a project. */
export interface NewPicture {
  readonly fileName: string;
  readonly fileSize: number;
  readonly width: number;
  readonly height: number;
  readonly picture: StoredPicture;
  readonly dicom?: DicomSource;
}

/** A picture's annotation as it is to be from now on. */
export interface AnnotationChange {
  readonly id: string;
  readonly annotation: PictureAnnotation;
  readonly status: WorkStatus;
  /** The revision that this change was made on. */
  readonly revision: number;
}

/** A project in the list, with how far it is. */
export interface ProjectProgress extends Progress {
  readonly project: Project;
}

/** What is said of a picture of which nothing was said. */
export const emptyAnnotation: PictureAnnotation = { attributes: {}, regions: [], proposal: null };
