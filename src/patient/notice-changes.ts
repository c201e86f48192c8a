import { effect } from '@preact/signals';

/** Waits for changes of what is read from signals. */
export interface ChangeNotice {
  /** Settles at once when there was a change since `forget`, else with the next one or when the signal aborts. */
  readonly next: () => Promise<void>;
  readonly forget: () => void;
  readonly end: () => void;
}

/** Notices whenever a signal changes that `read` reads; the first value counts as a change. */
export function noticeChanges(read: () => unknown, signal: AbortSignal): ChangeNotice {
  let isChanged = false;
  let wake = (): void => undefined;
  const end = effect(() => {
    read();
    isChanged = true;
    wake();
  });
  signal.addEventListener('abort', () => wake());
  return {
    next: async () => {
      if (isChanged || signal.aborted) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    },
    forget: () => {
      isChanged = false;
    },
    end,
  };
}
