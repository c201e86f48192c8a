import { useCallback } from 'preact/hooks';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { ProjectProgress } from '../annotation-store/project.ts';
import { type Reread, useReread } from './use-reread.ts';

/** The projects on this device, kept up to date with every tab. */
export function useProjects(store: AnnotationStore): Reread<readonly ProjectProgress[]> {
  return useReread(
    store,
    useCallback(() => store.listProjects(), [store]),
  );
}
