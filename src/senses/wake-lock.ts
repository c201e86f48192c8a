import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether the screen stays on, and why not; `resting` while the page is hidden. */
export type Wakefulness = 'asking' | 'awake' | 'resting' | 'refused' | 'unsupported';

/** Whether this browser can keep the screen on. */
export const canStayAwake = 'wakeLock' in navigator;

/**
 * Keeps the screen on until the signal aborts. Browsers let go of it when the page is hidden, so it is asked for again
 * when the page comes back; a device that saves its battery may refuse.
 */
export function keepAwake(until: AbortSignal): ReadonlySignal<Wakefulness> {
  const state = signal<Wakefulness>(canStayAwake ? 'asking' : 'unsupported');
  if (!canStayAwake || until.aborted) return state;
  let lock: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
    try {
      const given = await navigator.wakeLock.request('screen');
      // The view may have been closed meanwhile.
      if (until.aborted) return await given.release();
      lock = given;
      given.addEventListener('release', () => {
        state.value = document.visibilityState === 'visible' ? 'refused' : 'resting';
      });
      state.value = 'awake';
    } catch {
      state.value = 'refused';
    }
  };
  const onVisible = (): void => void ask();
  document.addEventListener('visibilitychange', onVisible);
  until.addEventListener('abort', () => {
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  });
  void ask();
  return state;
}
