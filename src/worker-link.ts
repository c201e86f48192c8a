import type { Contract, News, Reply, Request } from '../workers/protocol.ts';
import { Failure, failureFrom } from './failure.ts';
import { createWaitingRequests, type TimeLimits, type WaitingRequests } from './waiting-requests.ts';

/** The part of a `Worker` that is used. */
export type AnyWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Settings<C> {
  readonly limits: TimeLimits<C>;
  readonly onNews: (news: News) => void;
  /** Called once, when the worker can answer no more. */
  readonly onEnd: (failure: Failure) => void;
}

/** The requests to one worker, for as long as it lives. */
export interface WorkerLink<C extends Contract<C>> {
  readonly ask: <K extends keyof C & string>(
    kind: K,
    args: C[K]['args'],
    transfer?: Transferable[],
  ) => Promise<C[K]['result']>;
  /** Ends the worker and rejects all that waits. */
  readonly end: (failure: Failure) => void;
}

/**
 * Links a worker so that every question settles: a worker error, a message that cannot be read, a lost device
 * or a time-out ends the worker and rejects everything that waits.
 */
export function linkWorker<C extends Contract<C>>(
  worker: AnyWorker,
  { limits, onNews, onEnd }: Settings<C>,
): WorkerLink<C> {
  // A worker that is stuck on one question answers no other either.
  const waiting = createWaitingRequests(limits, (kind) => end(new Failure('timed-out', kind)));
  let ended: Failure | null = null;

  function end(failure: Failure): void {
    if (ended !== null) return;
    ended = failure;
    worker.terminate();
    waiting.rejectAll(failure);
    onEnd(failure);
  }

  function hear(news: News): void {
    onNews(news);
    for (const kind of ['start', 'analyseTissue', 'openModel', 'runModel']) waiting.extend(kind);
    if (news.news === 'device-lost') end(new Failure('device-lost', news.reason));
  }

  worker.addEventListener('message', ({ data }: MessageEvent<Reply | News>) => {
    if ('news' in data) return hear(data);
    const failure = settle(waiting, data);
    if (failure?.code === 'device-lost') end(failure);
  });
  worker.addEventListener('messageerror', () => end(new Failure('worker-lost', 'unreadable message')));
  worker.addEventListener('error', ({ message }) => end(new Failure('worker-lost', message)));
  return {
    end,
    ask: async (kind, args, transfer) => {
      if (ended !== null) throw ended;
      // The id ties the answer to the question's kind.
      return (await post({ worker, waiting }, { kind, args }, transfer)) as C[typeof kind]['result'];
    },
  };
}

function settle(waiting: WaitingRequests, reply: Reply): Failure | null {
  const request = waiting.take(reply.id);
  if (reply.ok) {
    request?.resolve(reply.result);
    return null;
  }
  const failure = failureFrom(reply.failure);
  request?.reject(failure);
  return failure;
}

interface Route {
  readonly worker: AnyWorker;
  readonly waiting: WaitingRequests;
}

function post(
  { worker, waiting }: Route,
  { kind, args }: Omit<Request, 'id'>,
  transfer: Transferable[] = [],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = waiting.add(kind, { resolve, reject });
    try {
      worker.postMessage({ id, kind, args } satisfies Request, transfer);
    } catch (thrown) {
      // A picture that cannot be cloned, or was given away before.
      waiting.take(id)?.reject(new Failure('unexpected', String(thrown)));
    }
  });
}
