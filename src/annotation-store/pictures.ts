import { Failure } from '../failure.ts';
import {
  type AnnotationChange,
  emptyAnnotation,
  type NewPicture,
  type PictureAnnotation,
  type PictureRow,
  type Proposal,
} from './project.ts';
import { within } from './projects.ts';
import type { AnnotationConnection, WriteTransaction } from './schema.ts';
import { writeAtomically } from './write-atomically.ts';

/** When something happened, and to which project. */
interface Where {
  readonly project: string;
  readonly now: number;
}

/** The rows of a project, in order. */
export function list(database: AnnotationConnection, project: string): Promise<PictureRow[]> {
  return database.getAllFromIndex('rows', 'by-order', within(project));
}

/** Adds a picture at the end of its project; null when a file of this name and size is there already. */
export function add(
  database: AnnotationConnection,
  { picture, ...about }: NewPicture,
  { project, now }: Where,
): Promise<PictureRow | null> {
  return writeAtomically(database, async (transaction) => {
    const rows = transaction.objectStore('rows');
    const { fileName, fileSize } = about;
    if ((await rows.index('by-file').count([project, fileName, fileSize])) > 0) return null;
    const last = await rows.index('by-order').openKeyCursor(within(project), 'prev');
    const row: PictureRow = {
      ...about,
      id: crypto.randomUUID(),
      project,
      order: (last?.key[1] ?? -1) + 1,
      status: 'new',
      revision: 0,
      updatedAt: now,
    };
    await transaction.objectStore('pictures').put(picture, row.id);
    await rows.put(row);
    await touch(transaction, { project, now });
    return row;
  });
}

/** What was said of a picture. */
export async function readAnnotation(database: AnnotationConnection, id: string): Promise<PictureAnnotation> {
  return (await database.get('annotations', id)) ?? emptyAnnotation;
}

/** What was said of these pictures, in their order. */
export async function readAnnotations(
  database: AnnotationConnection,
  ids: readonly string[],
): Promise<readonly PictureAnnotation[]> {
  const { store } = database.transaction('annotations');
  const found = await Promise.all(ids.map((id) => store.get(id)));
  return found.map((annotation) => annotation ?? emptyAnnotation);
}

/**
 * Writes changed annotations, all or none, and returns their rows.
 * @throws Failure `annotation-changed` when one was changed meanwhile by another tab
 */
export function save(
  database: AnnotationConnection,
  changes: readonly AnnotationChange[],
  { project, now }: Where,
): Promise<readonly PictureRow[]> {
  return writeAtomically(database, async (transaction) => {
    const rows = transaction.objectStore('rows');
    const saved: PictureRow[] = [];
    for (const { id, annotation, status, revision } of changes) {
      const before = await rows.get(id);
      if (before?.revision !== revision) throw new Failure('annotation-changed', before?.fileName ?? id);
      const row = { ...before, status, revision: revision + 1, updatedAt: now };
      await putAnnotation(transaction, id, annotation);
      await rows.put(row);
      saved.push(row);
    }
    await touch(transaction, { project, now });
    return saved;
  });
}

/** Keeps a model's proposal beside what stands there; nothing happens when the picture is not here. */
export function propose(database: AnnotationConnection, id: string, proposal: Proposal): Promise<void> {
  return writeAtomically(database, async (transaction) => {
    if ((await transaction.objectStore('rows').count(id)) === 0) return;
    const annotations = transaction.objectStore('annotations');
    const before = (await annotations.get(id)) ?? emptyAnnotation;
    await annotations.put({ ...before, proposal }, id);
  });
}

/** A proposal may have come after the tab read the annotation. */
async function putAnnotation(
  transaction: WriteTransaction,
  id: string,
  annotation: PictureAnnotation,
): Promise<void> {
  const annotations = transaction.objectStore('annotations');
  const proposal = annotation.proposal ?? (await annotations.get(id))?.proposal ?? null;
  await annotations.put({ ...annotation, proposal }, id);
}

async function touch(transaction: WriteTransaction, { project, now }: Where): Promise<void> {
  const projects = transaction.objectStore('projects');
  const before = await projects.get(project);
  if (before) await projects.put({ ...before, updatedAt: now });
}
