import { useEffect, useState } from 'preact/hooks';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureRow, Project } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';

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

const rereadMs = 500;

/** A project and the rows of its pictures, kept up to date with every tab. */
export function useProject(store: AnnotationStore, id: string): OpenedProject {
  const [opened, setOpened] = useState<OpenedProject>({ name: 'loading' });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let version = 0;
    const load = async (): Promise<void> => {
      waiting = undefined;
      try {
        const [project, rows] = await Promise.all([store.readProject(id), store.listPictures(id)]);
        version += 1;
        setOpened(project === null ? { name: 'missing' } : { name: 'open', project, rows, version });
      } catch (thrown) {
        setOpened({ name: 'failed', failure: toFailure(thrown) });
      }
    };
    void load();
    const unsubscribe = store.subscribe(() => {
      waiting ??= setTimeout(() => void load(), rereadMs);
    });
    return () => {
      clearTimeout(waiting);
      unsubscribe();
    };
  }, [store, id]);
  return opened;
}
