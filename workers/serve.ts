import { Failure, toFailure } from '../src/failure.ts';
import type { Contract, HandlersOf, News, Reply, Request } from './protocol.ts';

/** The part of a worker's global scope that answering needs. */
export interface WorkerPort {
  postMessage(message: Reply | News, options: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Handle = (args: unknown) => Promise<unknown>;

/**
 * Answers requests strictly in order: each gets exactly one reply, a throw included. What `givesAway` names of a
 * result is transferred to the page and not copied.
 */
export function serve<C extends Contract<C>>(
  handlers: HandlersOf<C>,
  port: WorkerPort,
  givesAway: (result: C[keyof C]['result']) => Transferable[] = () => [],
): void {
  let last = Promise.resolve();
  const answer = async ({ id, kind, args }: Request): Promise<void> => {
    try {
      const handler = handlers[kind as keyof C] as Handle | undefined;
      if (handler === undefined) throw new Failure('unexpected', `no handler for ${kind}`);
      const result = await handler(args);
      port.postMessage({ id, ok: true, result }, { transfer: givesAway(result) });
    } catch (thrown) {
      // Also a result that cannot be cloned ends here, so that the page is not left waiting.
      const { code, detail, facts } = toFailure(thrown);
      const failure = { code, detail, ...(Object.keys(facts).length > 0 && { facts }) };
      port.postMessage({ id, ok: false, failure }, { transfer: [] });
    }
  };
  port.addEventListener('message', ({ data }) => {
    if (!isRequest(data)) return;
    last = last.then(() => answer(data));
  });
}

/** Pthreads and extensions post messages of their own; only ours carry an id and a kind. */
function isRequest(data: unknown): data is Request {
  return typeof data === 'object' && data !== null && 'id' in data && 'kind' in data;
}
