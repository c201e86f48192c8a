import type { DicomRequests } from '../../workers/dicom-protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';

/** The DICOM reader in a worker of its own, which holds one file. */
export type DicomLink = SideWorker<DicomRequests>;

/** A file that has not been read by then is hostile or damaged: the worker is ended. */
const patienceMs = 5000;
/** A slow stick reads 20 MB a second. */
const bytesPerMs = 20_000;
/** Loading code may wait for a slow network on the first visit. */
const loadingMs = 60_000;

/** Starts a worker for one file of that many bytes. */
export function startDicom(bytes: number): DicomLink {
  const worker = new Worker(new URL('../../workers/dicom.worker.ts', import.meta.url), {
    type: 'module',
    name: 'dicom',
  });
  const reading = patienceMs + bytes / bytesPerMs;
  return linkSideWorker<DicomRequests>(worker, {
    start: loadingMs,
    loadCodec: loadingMs,
    open: reading,
    listDirectory: reading,
    frame: patienceMs,
  });
}
