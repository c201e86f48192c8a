import type { CropRequests } from '../../workers/crop-protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';

/** Starts the worker that takes marks out of pictures and crops them. */
export function startCropWorker(): SideWorker<CropRequests> {
  const worker = new Worker(new URL('../../workers/crop.worker.ts', import.meta.url), {
    type: 'module',
    name: 'crop',
  });
  return linkSideWorker<CropRequests>(worker, { prepare: 30_000 });
}
