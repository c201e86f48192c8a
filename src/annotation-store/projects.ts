import { progressOf } from './progress.ts';
import type { Project, ProjectProgress } from './project.ts';
import type { AnnotationConnection, WriteTransaction } from './schema.ts';
import { writeAtomically } from './write-atomically.ts';

/** Everything that lies under one project in an index whose keys begin with it: arrays sort after texts and numbers. */
export const within = (project: string) => IDBKeyRange.bound([project], [project, []]);

/** The projects that are not deleted, with how far each is, the one worked on last first. */
export async function list(database: AnnotationConnection): Promise<readonly ProjectProgress[]> {
  const transaction = database.transaction(['projects', 'rows']);
  const [all, rows] = await Promise.all([
    transaction.objectStore('projects').getAll(),
    transaction.objectStore('rows').getAll(),
  ]);
  return all
    .filter(({ deletedAt }) => deletedAt === null)
    .map((project) => ({ project, ...progressOf(rows.filter((row) => row.project === project.id)) }))
    .sort((a, b) => b.project.updatedAt - a.project.updatedAt);
}

/** Changes a project, in one transaction; nothing happens when it is not here. */
export function amend(database: AnnotationConnection, id: string, change: Partial<Project>): Promise<void> {
  return writeAtomically(database, async (transaction) => {
    const store = transaction.objectStore('projects');
    const before = await store.get(id);
    if (before) await store.put({ ...before, ...change });
  });
}

/** Deletes for good what was removed before this time, pictures and all; returns the ids. */
export function purge(database: AnnotationConnection, before: number): Promise<readonly string[]> {
  return writeAtomically(database, async (transaction) => {
    const all = await transaction.objectStore('projects').getAll();
    const gone = all.filter(({ deletedAt }) => deletedAt !== null && deletedAt < before).map(({ id }) => id);
    for (const id of gone) await eraseProject(transaction, id);
    return gone;
  });
}

async function eraseProject(transaction: WriteTransaction, project: string): Promise<void> {
  const ids = await transaction.objectStore('rows').index('by-order').getAllKeys(within(project));
  await Promise.all(
    ids.flatMap((id) => [
      transaction.objectStore('pictures').delete(id),
      transaction.objectStore('annotations').delete(id),
      transaction.objectStore('rows').delete(id),
    ]),
  );
  await transaction.objectStore('projects').delete(project);
}
