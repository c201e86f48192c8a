import { useEffect, useState } from 'preact/hooks';
import { type Failure, type FailureCode, toFailure } from '../failure.ts';
import { createEncoder } from '../frame/encode-link.ts';
import type { Glimpse } from '../frame/glimpse.ts';
import { LiveSession, type Source } from '../live-session.ts';
import { useServices } from '../services.ts';
import { holdMs, kidneyShown } from '../settings.ts';

/** Begins to watch; null while there is nothing to watch. */
export type Watch = ((signal: AbortSignal) => AsyncIterable<Glimpse>) | null;

/** With the next question comes a fresh worker; after any other failure the next would only fail again. */
const passing: readonly FailureCode[] = ['device-lost', 'worker-lost'];
/** A device that loses its workers more often than this in one sitting says so instead of trying for ever. */
const mostLosses = 5;

/** A live session that watches as long as `watch` is the same and time is not frozen, and what stopped it, if anything did. */
export function useLiveSession(
  watch: Watch,
  source: () => Source,
): { readonly session: LiveSession; readonly failure: Failure | null } {
  const { inference, records } = useServices();
  const [encoder] = useState(createEncoder);
  const [session] = useState(
    () =>
      new LiveSession(source, {
        analyse: (copy) => inference.analyse(copy, { withAnatomy: kidneyShown.peek() === 'on' }),
        encode: encoder.encode,
        keep: (record) => records.keep(record),
        holdMs,
      }),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => encoder.end, [encoder]);
  const watched = session.review.value === null ? watch : null;
  useEffect(() => {
    setFailure(null);
    if (watched === null) return session.rest();
    const leaving = new AbortController();
    void keepWatching(session, watched, leaving.signal).then((stopped) => {
      if (!leaving.signal.aborted) setFailure(stopped);
    });
    return () => leaving.abort();
  }, [session, watched]);
  return { session, failure };
}

/** Watches until the signal aborts; resolves to what stopped it before, or null. */
async function keepWatching(
  session: LiveSession,
  watch: NonNullable<Watch>,
  signal: AbortSignal,
): Promise<Failure | null> {
  for (let losses = 0; !signal.aborted; ) {
    try {
      await session.watch(watch(signal));
    } catch (thrown) {
      const failure = toFailure(thrown);
      losses++;
      if (losses > mostLosses || !passing.includes(failure.code)) return failure;
    }
  }
  return null;
}
