import { useEffect, useState } from 'preact/hooks';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { ProjectProgress } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';

/** The projects on their way to the screen. */
export type ProjectListing =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'listed'; readonly projects: readonly ProjectProgress[] };

/** Adding a thousand pictures changes the list a thousand times. */
const rereadMs = 500;

/** The projects on this device, kept up to date with every tab. */
export function useProjects(store: AnnotationStore): ProjectListing {
  const [listing, setListing] = useState<ProjectListing>({ name: 'loading' });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      waiting = undefined;
      try {
        setListing({ name: 'listed', projects: await store.listProjects() });
      } catch (thrown) {
        setListing({ name: 'failed', failure: toFailure(thrown) });
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
  }, [store]);
  return listing;
}
