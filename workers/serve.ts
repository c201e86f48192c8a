import { Failure, toFailure } from '../src/failure.ts';
import type { Args, Handlers, News, Reply, Request, RequestKind, Result } from './protocol.ts';

/** The part of a worker's global scope that answering needs. */
export interface WorkerPort {
  postMessage(message: Reply | News): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers requests strictly in order: each gets exactly one reply, a throw included. */
export function serve(handlers: Handlers, port: WorkerPort): void {
  let last = Promise.resolve();
  port.addEventListener('message', ({ data }) => {
    if (!isRequest(data)) return;
    last = last.then(() => answer(handlers, data, port));
  });
}

async function answer(handlers: Handlers, request: Request, port: WorkerPort): Promise<void> {
  try {
    port.postMessage({ id: request.id, ok: true, result: await handle(handlers, request) });
  } catch (thrown) {
    // Also a result that cannot be cloned ends here, so that the page is not left waiting.
    const { code, detail } = toFailure(thrown);
    port.postMessage({ id: request.id, ok: false, failure: { code, detail } });
  }
}

async function handle(handlers: Handlers, { kind, args }: Request): Promise<Result<RequestKind>> {
  // `Request` ties each kind to its arguments; TypeScript cannot follow that tie through the lookup.
  const handler = handlers[kind] as ((args: Args<RequestKind>) => Promise<Result<RequestKind>>) | undefined;
  if (handler === undefined) throw new Failure('unexpected', `no handler for ${kind}`);
  return handler(args);
}

/** Pthreads and extensions post messages of their own; only ours carry an id and a kind. */
function isRequest(data: unknown): data is Request {
  return typeof data === 'object' && data !== null && 'id' in data && 'kind' in data;
}
