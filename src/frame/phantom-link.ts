import type { PhantomRequestKind, PhantomRequests } from '../../workers/protocol.ts';
import { Failure } from '../failure.ts';

/** A slow phone draws a picture in a few seconds. */
const longestWait = 60_000;

type Args<K extends PhantomRequestKind> = PhantomRequests[K]['args'];
type Result<K extends PhantomRequestKind> = PhantomRequests[K]['result'];

/** The phantom in a worker of its own; it answers one question at a time. */
export interface PhantomLink {
  /** @throws Failure `worker-lost` or `timed-out`; the link is then to be ended. */
  readonly ask: <K extends PhantomRequestKind>(kind: K, args: Args<K>) => Promise<Result<K>>;
  readonly end: () => void;
}

/** Starts a phantom worker. */
export function startPhantom(): PhantomLink {
  const worker = new Worker(new URL('../../workers/phantom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'phantom',
  });
  const ended = new AbortController();
  return {
    ask: async (kind, args) => {
      const answer = nextAnswer(worker, ended.signal);
      worker.postMessage({ kind, args });
      // The worker answers in order, and each question with its own kind of answer.
      return (await answer) as Result<typeof kind>;
    },
    end: () => {
      worker.terminate();
      ended.abort();
    },
  };
}

function nextAnswer(worker: Worker, ended: AbortSignal): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      settled.abort();
      finish();
    };
    const fail = (failure: Failure): void => settle(() => reject(failure));
    const timer = setTimeout(() => fail(new Failure('timed-out', 'phantom')), longestWait);
    worker.addEventListener('message', ({ data }) => settle(() => resolve(data)), { signal });
    worker.addEventListener('error', ({ message }) => fail(new Failure('worker-lost', message)), { signal });
    const end = (): void => fail(new Failure('worker-lost', 'ended'));
    ended.addEventListener('abort', end, { signal });
    if (ended.aborted) end();
  });
}
