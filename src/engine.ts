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

/** Watches the inference worker from its start to its failures. */
export function createEngineModel({ start, onNews }: Dependencies): EngineModel {
  const starting = { name: 'starting', step: 'backend', done: 0, total: 0 } as const;
  const state = signal<EngineState>(starting);
  onNews((news) => {
    if (news.news === 'progress' && state.value.name !== 'ready') {
      state.value = { name: 'starting', step: news.step, done: news.done, total: news.total };
    }
  });
  return {
    state,
    async start() {
      state.value = starting;
      try {
        state.value = { name: 'ready', engine: await start() };
      } catch (error) {
        state.value = { name: 'failed', failure: toFailure(error) };
      }
    },
  };
}
