import { useCallback } from 'preact/hooks';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureRow, Project } from '../annotation-store/project.ts';
import type { Failure } from '../failure.ts';
import { useReread } from './use-reread.ts';

/** A project on its way to its page. */
export type OpenedProject =
  | { readonly name: 'loading' | 'missing' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | {
      readonly name: 'open';
      readonly project: Project;
      readonly rows: readonly PictureRow[];
      /** Counts the readings. */
      readonly version: number;
    };

/** A project and the rows of its pictures, kept up to date with every tab. */
export function useProject(store: AnnotationStore, id: string): OpenedProject {
  const read = useCallback(() => Promise.all([store.readProject(id), store.listPictures(id)]), [store, id]);
  const state = useReread(store, read);
  if (state.name !== 'read') return state;
  const [project, rows] = state.value;
  return project === null ? { name: 'missing' } : { name: 'open', project, rows, version: state.count };
}
