import { type Failure, toFailure } from '../failure.ts';
import { createHistory, type History, type HistoryOptions } from './history.ts';
import { createMemoryHistory } from './memory-history.ts';

/** The history that the page works with, and why it is not a lasting one, if so. */
export interface OpenHistory {
  readonly history: History;
  /** Null when everything is kept; otherwise the sentence that the page must show. */
  readonly failure: Failure | null;
}

/** Opens the device's history, or, where the browser refuses, one that ends with the page. Never rejects. */
export async function openHistory(options: HistoryOptions = {}): Promise<OpenHistory> {
  try {
    return { history: await createHistory(options), failure: null };
  } catch (thrown) {
    return { history: createMemoryHistory(options), failure: toFailure(thrown) };
  }
}
