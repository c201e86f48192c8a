import { BackendWasm, getThreadsCount, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import moduleText from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js?raw';
import workerFile from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js?raw';
import { Failure } from '../src/failure.ts';

type Signature = readonly ['number' | null, readonly 'number'[]];
type WasmModule = ConstructorParameters<typeof BackendWasm>[0];

interface EmscriptenModule {
  readonly cwrap: (name: string, result: Signature[0], args: Signature[1]) => unknown;
  tfjs?: Record<string, unknown>;
}

interface ModuleFile {
  readonly default: (settings: Record<string, unknown>) => Promise<EmscriptenModule>;
}

/** The C functions that `BackendWasm` calls, as in the package's own backend_wasm.ts. */
const functions: Record<string, readonly [string, ...Signature]> = {
  init: ['init', null, []],
  initWithThreadsCount: ['init_with_threads_count', null, ['number']],
  getThreadsCount: ['get_threads_count', 'number', []],
  registerTensor: ['register_tensor', null, ['number', 'number', 'number']],
  disposeData: ['dispose_data', null, ['number']],
  dispose: ['dispose', null, []],
};

/**
 * Makes the threaded WASM backend from the package's text, untouched. The package itself passes
 * `factory.toString()` to its threads, which fails once a minifier has renamed what that text refers to
 * (tensorflow/tfjs#4253: "e is not defined"); a string no minifier touches.
 */
export async function makeThreadedWasm(threads: number): Promise<BackendWasm> {
  // The package starts eight workers whatever is asked for; a phone has no memory to give away.
  const text = moduleText.replace('pthreadPoolSize=8', `pthreadPoolSize=${threads}`);
  const file = (await importText(`${text}\nexport default WasmBackendModuleThreadedSimd;`)) as ModuleFile;
  if (typeof file.default !== 'function')
    throw new Failure('backend-missing', 'no factory in the WASM module');
  const module = await startModule(file.default, text);
  module.tfjs = Object.fromEntries(
    Object.entries(functions).map(([name, [symbol, ...types]]) => [name, module.cwrap(symbol, ...types)]),
  );
  setThreadsCount(threads);
  const backend = new BackendWasm(module as unknown as WasmModule);
  const started = getThreadsCount();
  if (started !== threads) {
    // The report to the user would be wrong.
    backend.dispose();
    throw new Failure('backend-missing', `${started} threads started instead of ${threads}`);
  }
  return backend;
}

/** Resolves when the module and its threads are up. */
function startModule(factory: ModuleFile['default'], text: string): Promise<EmscriptenModule> {
  // What lies between the backticks of `module.exports.wasmWorkerContents = …`.
  const threadText = workerFile.slice(workerFile.indexOf('`') + 1, workerFile.lastIndexOf('`'));
  return new Promise((resolve, reject) => {
    factory({
      locateFile: (path: string) => (path.endsWith('.wasm') ? threadedUrl : urlOf(threadText)),
      mainScriptUrlOrBlob: asScript(text),
      onAbort: (reason: unknown) => reject(new Failure('backend-missing', `WASM aborted: ${String(reason)}`)),
    }).then(resolve, reject);
  });
}

async function importText(text: string): Promise<unknown> {
  const url = urlOf(text);
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function asScript(text: string): Blob {
  return new Blob([text], { type: 'text/javascript' });
}

function urlOf(text: string): string {
  return URL.createObjectURL(asScript(text));
}
