import { useEffect, useState } from 'preact/hooks';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import { type Failure, toFailure } from '../failure.ts';

/** Something that is read from the store: not there yet, not to be had, or there. */
export type Reread<T> =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  /** `count` grows with each reading. */
  | { readonly name: 'read'; readonly value: T; readonly count: number };

/** Adding a thousand pictures changes the store a thousand times. */
const rereadMs = 500;

/** What `read` gives, read again after each change in any tab; `read` is made anew only when it reads something else. */
export function useReread<T>(store: AnnotationStore, read: () => Promise<T>): Reread<T> {
  const [state, setState] = useState<Reread<T>>({ name: 'loading' });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let count = 0;
    const load = async (): Promise<void> => {
      waiting = undefined;
      try {
        const value = await read();
        count += 1;
        setState({ name: 'read', value, count });
      } catch (thrown) {
        setState({ name: 'failed', failure: toFailure(thrown) });
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
  }, [store, read]);
  return state;
}
