import type { AnnotationRequests } from '../../workers/annotation-protocol.ts';
import { linkSideWorker } from '../side-worker.ts';

/** A slow tablet paints a thousand masks in a few minutes; text is read and written in seconds. */
const longMs = 10 * 60_000;
const shortMs = 2 * 60_000;

/**
 * Asks a worker of its own one question about annotation files.
 * @throws Failure `worker-lost` or `timed-out`
 */
export async function askAboutFiles<K extends keyof AnnotationRequests>(
  kind: K,
  args: AnnotationRequests[K]['args'],
): Promise<AnnotationRequests[K]['result']> {
  const worker = new Worker(new URL('../../workers/annotation.worker.ts', import.meta.url), {
    type: 'module',
    name: 'annotation',
  });
  const link = linkSideWorker<AnnotationRequests>(worker, { read: shortMs, losses: longMs, write: longMs });
  try {
    return await link.ask(kind, args);
  } finally {
    link.end();
  }
}
