import type { Rung } from './backend.ts';
import type { Fetch } from './fetch-package.ts';
import type { LoadedModel } from './graph-model.ts';
import type { ModelShelf } from './model-shelf.ts';
import type { Engine, News } from './protocol.ts';
import type { ProvenModel } from './self-test.ts';

/** What the worker needs from outside; tests pass their own. */
export interface Dependencies {
  readonly tell: (news: News) => void;
  readonly fetch: Fetch;
  readonly rungs: readonly Rung[];
  readonly openShelf: () => Promise<ModelShelf>;
}

/** A started worker: one backend, one active model, the shelf it came from. */
export interface Session {
  readonly dependencies: Dependencies;
  readonly modelsUrl: string;
  readonly shelf: ModelShelf;
  engine: Engine;
  active: ProvenModel;
  /** Models that do other jobs, by name; those that were wanted last, the latest at the end. */
  readonly opened: Map<string, LoadedModel>;
  /** Set when the GPU device is gone and this worker can no longer answer. */
  lost: string | null;
}

/** The shipped model that judges views: it answers until a person chooses another. */
export const viewModel = 'kidney-view';

/** Model packages that come with the app; all but the first are installed when something asks for them. */
export const shippedModels = [viewModel, 'kidney-crop', 'tissue-layers'] as const;

/** Makes another model the one that answers, and frees the one before. */
export function swapModel(session: Session, proven: ProvenModel): void {
  const before = session.active;
  session.active = proven;
  session.engine = { ...session.engine, selfTest: proven.selfTest };
  before.model.dispose();
}
