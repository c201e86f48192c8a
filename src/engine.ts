import { type ReadonlySignal, signal } from '@preact/signals';
import type { Engine, News, StartStep } from '../workers/protocol.ts';
import { type Failure, toFailure } from './failure.ts';

/** What the engine is doing, in the only combinations that exist. */
export type EngineState =
  | { readonly name: 'starting'; readonly step: StartStep; readonly done: number; readonly total: number }
  | { readonly name: 'ready'; readonly engine: Engine }
  | { readonly name: 'failed'; readonly failure: Failure };

interface Dependencies {
  readonly start: () => Promise<Engine>;
  readonly onNews: (listener: (news: News) => void) => void;
}

/** The engine's state as a signal, and the one action on it. */
export interface EngineModel {
  readonly state: ReadonlySignal<EngineState>;
  /** Starts, or starts again after a failure; never throws, the state tells. */
  readonly start: () => Promise<void>;
}

const starting = { name: 'starting', step: 'backend', done: 0, total: 0 } as const;

/** Watches the inference worker: its first start, its failures, and every start after a lost device. */
export function createEngineModel({ start, onNews }: Dependencies): EngineModel {
  const state = signal<EngineState>(starting);
  async function watch(): Promise<void> {
    state.value = starting;
    try {
      state.value = { name: 'ready', engine: await start() };
    } catch (error) {
      state.value = { name: 'failed', failure: toFailure(error) };
    }
  }
  onNews((news) => {
    const isRestart = news.news === 'device-lost' || state.value.name === 'ready';
    // The worker that told this ends only after its listeners have returned.
    if (isRestart) queueMicrotask(() => void watch());
    if (news.news === 'progress') {
      state.value = { name: 'starting', step: news.step, done: news.done, total: news.total };
    }
  });
  return { state, start: watch };
}
