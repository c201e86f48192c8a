import type { AgreementRequests } from '../../workers/agreement-protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';

/** Reads and compares annotations in a worker of its own. */
export type AgreementLink = SideWorker<AgreementRequests>;

const minute = 60_000;

/** Starts the worker; end it when the answer is there, or is no longer wanted. */
export function startAgreement(): AgreementLink {
  const worker = new Worker(new URL('../../workers/agreement.worker.ts', import.meta.url), {
    type: 'module',
    name: 'agreement',
  });
  return linkSideWorker<AgreementRequests>(worker, { read: 2 * minute, compare: 10 * minute });
}
