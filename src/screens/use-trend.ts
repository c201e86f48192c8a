import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { type PatientRecords, readTrend } from '../read-trend.ts';
import type { Records } from '../records.ts';

/** A patient's records on their way to the screen. */
export type Trend =
  | { readonly name: 'measuring' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'read'; readonly found: PatientRecords };

/** A restored archive changes the store a thousand times, and each reading measures every picture. */
const restMs = 300;

/** Reads what is kept under a pseudonym, and again after each change in any tab; what was read stays until then. */
export function useTrend(records: Records, pseudonym: string): Trend {
  const [trend, setTrend] = useState<Trend>({ name: 'measuring' });
  useEffect(() => {
    let asked = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const next = await read(records, pseudonym);
      // A slow reading must not undo a later one.
      if (mine === asked) setTrend(next);
    };
    setTrend({ name: 'measuring' });
    const subscription = records.subscribe(() => {
      clearTimeout(rest);
      rest = setTimeout(() => void load(), restMs);
    });
    void load();
    return () => {
      clearTimeout(rest);
      asked = Number.POSITIVE_INFINITY;
      void subscription.then((end) => end());
    };
  }, [records, pseudonym]);
  return trend;
}

async function read(records: Records, pseudonym: string): Promise<Trend> {
  try {
    return { name: 'read', found: await readTrend(records, pseudonym) };
  } catch (thrown) {
    return { name: 'failed', failure: toFailure(thrown) };
  }
}
