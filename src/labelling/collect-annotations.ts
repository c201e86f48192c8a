import type { AnnotatedPicture, Annotations } from '../annotation/annotation.ts';
import type { DicomSource } from '../annotation/seg-head.ts';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { Project } from '../annotation-store/project.ts';

/** Everything that was said in a project, in the order of its pictures; those on which nothing was said are part of it. */
export async function collectAnnotations(store: AnnotationStore, project: Project): Promise<Annotations> {
  const rows = await store.listPictures(project.id);
  const said = await store.readAnnotations(rows.map(({ id }) => id));
  const pictures = rows.map(({ fileName, fileSize, width, height }, index): AnnotatedPicture => {
    const { attributes = {}, regions = [] } = said[index] ?? {};
    return { fileName, fileSize, size: { width, height }, attributes, regions };
  });
  const { labelKey, about } = project;
  return { pictures, labelKey, ...(about && { about }) };
}

/** The DICOM pictures of a project, by the name of their file. */
export async function collectSources(
  store: AnnotationStore,
  project: Project,
): Promise<ReadonlyMap<string, DicomSource>> {
  const rows = await store.listPictures(project.id);
  return new Map(rows.flatMap(({ fileName, dicom }) => (dicom ? [[fileName, dicom] as const] : [])));
}
