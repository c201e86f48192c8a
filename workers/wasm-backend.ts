import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env, findBackendFactory } from '@tensorflow/tfjs-core';
import { Failure } from '../src/failure.ts';
import type { OpenBackend } from './open-backend.ts';
import { makeThreadedWasm } from './threaded-wasm.ts';

/** XNNPACK gains little beyond this, and a phone's small cores hold the large ones up. */
const mostThreads = 4;

// Taken before the ladder registers anything of its own under the same name.
const makeWasm = findBackendFactory('wasm');

// Only the SIMD build is shipped (every browser since 2023 has it), so all names lead to it.
setWasmPaths({
  'tfjs-backend-wasm.wasm': simdUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
});

/**
 * Opens WASM with one thread for every two logical cores, four at most. TF.js' C++ starts no more than that, and
 * rightly: measured on two busy cores, two threads took twice as long as one.
 */
export async function openThreadedWasm(): Promise<OpenBackend> {
  await requireSimd();
  if (!crossOriginIsolated) throw new Failure('backend-missing', 'the page is not cross-origin isolated');
  const cores = navigator.hardwareConcurrency;
  const threads = Math.min(mostThreads, Math.floor(cores / 2));
  if (threads < 2) throw new Failure('backend-missing', `${cores} cores are too few for threads`);
  return { instance: await makeThreadedWasm(threads), threads, adapter: null, lost: null };
}

/** Opens WASM with a single thread. */
export async function openWasm(): Promise<OpenBackend> {
  await requireSimd();
  // With threads in sight the package would pick its threaded build, whose minified text does not run.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setThreadsCount(1);
  return { instance: await makeWasm(), threads: 1, adapter: null, lost: null };
}

async function requireSimd(): Promise<void> {
  if ((await env().getAsync('WASM_HAS_SIMD_SUPPORT')) !== true) {
    throw new Failure('backend-missing', 'no WASM SIMD in this browser');
  }
}
