import type { EncodeRequests } from '../../workers/encode-protocol.ts';
import type { Picture } from '../../workers/protocol.ts';
import { linkSideWorker, type SideWorker } from '../side-worker.ts';
import { transferOf } from './hand-over.ts';

/** Turns live pictures into JPEG files in a worker, so that the page never waits for one. */
export interface Encoder {
  /** The picture is given away. @throws Failure; the next one then gets a fresh worker. */
  readonly encode: (picture: Picture) => Promise<Blob>;
  readonly end: () => void;
}

/** Makes an encoder; its worker starts with the first picture. */
export function createEncoder(): Encoder {
  let worker: SideWorker<EncodeRequests> | null = null;
  const end = (): void => {
    worker?.end();
    worker = null;
  };
  return {
    end,
    async encode(picture) {
      worker ??= startWorker();
      try {
        return await worker.ask('encode', { picture }, transferOf(picture));
      } catch (thrown) {
        end();
        throw thrown;
      }
    },
  };
}

function startWorker(): SideWorker<EncodeRequests> {
  const worker = new Worker(new URL('../../workers/encode.worker.ts', import.meta.url), {
    type: 'module',
    name: 'encode',
  });
  return linkSideWorker<EncodeRequests>(worker, { encode: 10_000 });
}
