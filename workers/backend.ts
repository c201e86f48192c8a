import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Backend } from '../src/analysis.ts';
import { Failure, toFailure } from '../src/failure.ts';
import type { OpenBackend } from './open-backend.ts';
import type { StartOptions } from './protocol.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** One way of running a model, tried when its turn comes. */
export interface Rung {
  readonly backend: Backend;
  /** The name under which TF.js registers this backend's kernels. */
  readonly kernels: 'webgpu' | 'wasm' | 'cpu';
  /** Loads the backend's code and opens it; throws with the reason when the device cannot. */
  readonly open: (options: StartOptions) => Promise<OpenBackend>;
}

/** Where the climb ended. */
export interface Climb<T> {
  readonly backend: Backend;
  readonly open: OpenBackend;
  readonly proof: T;
  readonly rejected: { readonly backend: Backend; readonly reason: string }[];
}

/** Best first. Code of a rung is fetched only when it is tried; the service worker has all of it. */
export const ladder: readonly Rung[] = [
  {
    backend: 'webgpu',
    kernels: 'webgpu',
    open: async (options) => (await import('./webgpu-backend.ts')).openWebGpu(options),
  },
  {
    backend: 'wasm-threads',
    kernels: 'wasm',
    open: async () => (await import('./wasm-backend.ts')).openThreadedWasm(),
  },
  { backend: 'wasm', kernels: 'wasm', open: async () => (await import('./wasm-backend.ts')).openWasm() },
  { backend: 'cpu', kernels: 'cpu', open: async () => (await import('./cpu-backend.ts')).openCpu() },
];

/** A phone compiles its first pipelines for seconds; longer than this and a slower rung is the better one. */
const rungLimit = 45_000;
/** For a GPU made of software, which only tests take: right, but many times slower. */
const softwareLimit = 240_000;

/**
 * Walks down the ladder until a rung opens and `prove` holds on it.
 * @throws Failure `package-golden` when all that opened computed something else, else `backend-missing`.
 */
export async function climb<T>(
  rungs: readonly Rung[],
  options: StartOptions,
  prove: () => Promise<T>,
): Promise<Climb<T>> {
  const rejected: { backend: Backend; reason: string }[] = [];
  const failures: Failure[] = [];
  const limit = options.allowSoftwareGpu === true ? softwareLimit : rungLimit;
  for (const rung of rungs) {
    try {
      if (options.without.includes(rung.backend)) throw new Failure('backend-missing', 'left out');
      const open = await withTimeLimit(rung.open(options), limit, 'opening');
      await activate(rung, open);
      const proof = await withTimeLimit(unlessLost(open, prove()), limit, 'the self-test');
      return { backend: rung.backend, open, proof, rejected };
    } catch (thrown) {
      const failure = toFailure(thrown);
      close(rung);
      failures.push(failure);
      rejected.push({ backend: rung.backend, reason: failure.detail || failure.code });
    }
  }
  throw summarise(failures, rejected.map(({ backend, reason }) => `${backend}: ${reason}`).join('; '));
}

async function activate(rung: Rung, open: OpenBackend): Promise<void> {
  close(rung);
  registerBackend(rung.kernels, () => open.instance);
  // `setBackend` does not throw but resolves to false.
  if (!(await setBackend(rung.kernels))) throw new Failure('backend-missing', 'TF.js did not accept it');
}

/** Frees what a rung holds: GPU memory, threads. Also what TF.js registered by itself under that name. */
function close({ kernels }: Rung): void {
  try {
    if (findBackendFactory(kernels) !== null) removeBackend(kernels);
  } catch {
    // A backend that broke may not be able to tidy up; the next rung does not depend on it.
  }
}

/** A lost device may leave a read waiting for ever. */
function unlessLost<T>({ lost }: OpenBackend, work: Promise<T>): Promise<T> {
  if (lost === null) return work;
  const loss = lost.then((reason) => {
    throw new Failure('device-lost', reason);
  });
  return Promise.race([work, loss]);
}

function summarise(failures: readonly Failure[], detail: string): Failure {
  const telling = failures.filter(({ code }) => code !== 'backend-missing' && code !== 'timed-out');
  const [first] = telling;
  const isSame = first !== undefined && telling.every(({ code }) => code === first.code);
  return new Failure(isSame ? first.code : 'backend-missing', detail);
}
