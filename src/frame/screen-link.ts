import type { ScreenRequests } from '../../workers/screen-protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';

/** The reader of scanners' screens in a worker of its own. */
export type ScreenLink = SideWorker<ScreenRequests>;

/** Starts a worker that follows one camera's pictures; end it with the camera. */
export function startScreenReader(): ScreenLink {
  const worker = new Worker(new URL('../../workers/screen.worker.ts', import.meta.url), {
    type: 'module',
    name: 'screen',
  });
  return linkSideWorker<ScreenRequests>(worker, { rectify: 20_000 });
}
