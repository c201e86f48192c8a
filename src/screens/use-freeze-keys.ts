import { useEffect } from 'preact/hooks';

/** What foot switches and page turners send; they pretend to be keyboards. */
const keys: readonly string[] = [' ', 'PageUp', 'PageDown'];

/** Calls `press` for a foot switch or key, but not where the key already means something. */
export function useFreezeKeys(press: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!keys.includes(event.key) || event.repeat) return;
      const isOwn =
        event.target instanceof Element && event.target.closest('button, input, select, summary, a');
      if (isOwn && event.key === ' ') return;
      event.preventDefault();
      press();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [press]);
}
