import type { Contract } from '../workers/protocol.ts';
import { Failure } from './failure.ts';
import type { TimeLimits } from './waiting-requests.ts';
import { type AnyWorker, linkWorker, type WorkerLink } from './worker-link.ts';

/** A worker for one job beside inference, started when the job begins and ended with it. */
export interface SideWorker<C extends Contract<C>> {
  /** @throws Failure of the worker, `worker-lost` or `timed-out`; after the last two it answers no more. */
  readonly ask: WorkerLink<C>['ask'];
  readonly end: () => void;
}

/** Links a worker that serves the contract `C`. */
export function linkSideWorker<C extends Contract<C>>(
  worker: AnyWorker,
  limits: TimeLimits<C>,
): SideWorker<C> {
  const nothing = (): void => undefined;
  const { ask, end } = linkWorker<C>(worker, { limits, onNews: nothing, onEnd: nothing });
  return { ask, end: () => end(new Failure('worker-lost', 'ended')) };
}
