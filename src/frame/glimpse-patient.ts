import type { ReadonlySignal } from '@preact/signals';
import type { Scan } from '../../workers/phantom-protocol.ts';
import { noticeChanges } from '../patient/notice-changes.ts';
import type { Glimpse } from './glimpse.ts';
import { copyOf } from './hand-over.ts';

/** A frozen picture is looked at again after this long … */
const againMs = 120;
/** … and so often that a calm verdict has time to follow. */
const mostRepeats = 8;

/** Glimpses of a virtual patient until the signal aborts: always the newest picture. */
export async function* glimpsePatient(
  newest: ReadonlySignal<Scan | null>,
  signal: AbortSignal,
): AsyncGenerator<Glimpse> {
  const changes = noticeChanges(() => newest.value, signal);
  let repeats = 0;
  try {
    while (!signal.aborted) {
      const isNew = await changedWithin(changes.next(), repeats < mostRepeats ? againMs : null);
      repeats = isNew ? 0 : repeats + 1;
      changes.forget();
      const scan = newest.peek();
      if (signal.aborted || scan === null) continue;
      // The page goes on showing these pixels: a copy of them is given away.
      yield { picture: await copyOf(scan.pixels), atMs: performance.now() };
    }
  } finally {
    changes.end();
  }
}

/** Whether the change came in time; `null` waits as long as it takes. */
async function changedWithin(change: Promise<void>, ms: number | null): Promise<boolean> {
  const changed = change.then(() => true);
  if (ms === null) return changed;
  return Promise.race([changed, new Promise<boolean>((resolve) => setTimeout(resolve, ms, false))]);
}
