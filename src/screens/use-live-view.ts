import { useEffect, useState } from 'preact/hooks';
import { type Failure, type FailureCode, toFailure } from '../failure.ts';
import type { Glimpse } from '../frame/glimpse.ts';
import { LiveView } from '../live-view.ts';
import { useServices } from '../services.ts';

/** Begins to watch; null while there is nothing to watch. */
export type Watch = ((signal: AbortSignal) => AsyncIterable<Glimpse>) | null;

/** With the next question comes a fresh worker; after any other failure the next would only fail again. */
const passing: readonly FailureCode[] = ['device-lost', 'worker-lost'];
/** A device that loses its workers more often than this in one sitting says so instead of trying for ever. */
const mostLosses = 5;

/** A live view that watches as long as `watch` is the same, and what stopped it, if anything did. */
export function useLiveView(watch: Watch): { readonly view: LiveView; readonly failure: Failure | null } {
  const { inference } = useServices();
  const [view] = useState(() => new LiveView(inference));
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    setFailure(null);
    if (watch === null) return view.forget();
    const leaving = new AbortController();
    void keepWatching(view, watch, leaving.signal).then((stopped) => {
      if (!leaving.signal.aborted) setFailure(stopped);
    });
    return () => leaving.abort();
  }, [view, watch]);
  return { view, failure };
}

/** Watches until the signal aborts; resolves to what stopped it before, or null. */
async function keepWatching(
  view: LiveView,
  watch: NonNullable<Watch>,
  signal: AbortSignal,
): Promise<Failure | null> {
  for (let losses = 0; !signal.aborted; ) {
    try {
      await view.watch(watch(signal));
    } catch (thrown) {
      const failure = toFailure(thrown);
      losses++;
      if (losses > mostLosses || !passing.includes(failure.code)) return failure;
    }
  }
  return null;
}
