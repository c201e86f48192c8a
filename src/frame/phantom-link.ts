import type { PhantomRequests } from '../../workers/phantom-protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';

/** The phantom in a worker of its own. */
export type PhantomLink = SideWorker<PhantomRequests>;

/** Starts a phantom worker; a slow phone draws a picture in a few seconds. */
export function startPhantom(): PhantomLink {
  const worker = new Worker(new URL('../../workers/phantom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'phantom',
  });
  return linkSideWorker<PhantomRequests>(worker, { scan: 60_000, drawSample: 60_000, drawLayered: 60_000 });
}
