/**
 * Modules of TensorFlow.js that an image model's forward pass never reaches. An imported model that does use one
 * fails its golden test with the name of what is left out, and is refused.
 */
const leftOut = [
  // Training: optimizers, losses, gradient kernels.
  /tfjs-core\/dist\/optimizers\/\w+_optimizer\.js$/,
  /tfjs-core\/dist\/optimizers\/register_optimizers\.js$/,
  /tfjs-core\/dist\/ops\/losses\/\w+\.js$/,
  /tfjs-backend-\w+\/dist\/kernels\/\w*(Backprop|Grad)\w*\.js$/,
  // Loading and saving by address, file or browser storage: packages come as bytes that are checked already.
  /tfjs-core\/dist\/io\/(http|browser_files|local_storage|indexed_db|model_management|weights_loader)\.js$/,
  // Text, ragged and sparse tensors, hash tables, sound.
  /tfjs-core\/dist\/hash_util\.js$/,
  /tfjs-core\/dist\/ops\/ragged_\w+\.js$/,
  /tfjs-core\/dist\/ops\/(string|ragged|sparse|signal|spectral|linalg)\/\w+\.js$/,
  /tfjs-backend-\w+\/dist\/kernels\/(String|StaticRegex|Sparse|Ragged|FFT|IFFT)\w*\.js$/,
  /tfjs-converter\/dist\/operations\/(op_list|executors)\/(string|ragged|sparse|spectral|hash_table)(_executor)?\.js$/,
  // Counting, sampling and searching in lists.
  /tfjs-backend-\w+\/dist\/kernels\/(Unique|Bincount|DenseBincount|Multinomial|SearchSorted|LinSpace|SparseToDense)\.js$/,
  // Volumes, boxes of detectors, pictures turned inside a network.
  /tfjs-backend-\w+\/dist\/kernels\/(\w*3D\w*|NonMaxSuppression\w*|CropAndResize|RotateWithOffset|Transform|Dilation2D)\.js$/,
  // Reading from and drawing on elements of the page.
  /tfjs-backend-\w+\/dist\/kernels\/(FromPixels|Draw)\w*\.js$/,
  // Loops, branches and outputs of unknown size, which only `executeAsync` runs: analyse.ts uses `execute`.
  /tfjs-converter\/dist\/operations\/(op_list|executors)\/(control|dynamic)(_executor)?\.js$/,
  // The package's own copy of the threaded build, which does not survive minifying: see threaded-wasm.ts.
  /tfjs-backend-wasm\/wasm-out\/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/,
  /tfjs-core\/dist\/test_util\.js$/,
];

/** A Vite plugin that leaves those modules out of the built worker; development and tests run with all of it. */
export function trimTensorflow() {
  return {
    name: 'trim-tensorflow',
    enforce: 'pre' as const,
    transform(code: string, id: string): { code: string; map: null } | null {
      if (!leftOut.some((pattern) => pattern.test(id.replaceAll('\\', '/')))) return null;
      const backend = /tfjs-backend-\w+/.exec(id)?.[0] ?? '';
      return {
        code: exportedNames(code)
          .map((name) => stubFor(name, backend))
          .join('\n'),
        map: null,
      };
    },
  };
}

function exportedNames(code: string): string[] {
  const declared = code.matchAll(/^export (?:async )?(?:const|let|function|class) (\w+)/gm);
  const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','));
  return [...declared]
    .map(([, name = '']) => name)
    .concat(
      listed.map(
        (name) =>
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? '',
      ),
    )
    .filter((name) => name !== '')
    .concat(/^module\.exports/m.test(code) ? ['default', 'wasmWorkerContents'] : []);
}

function stubFor(name: string, backend: string): string {
  if (name === 'default') return 'export default undefined;';
  // The converter's lists of operations, and the registration that core calls while it loads.
  if (name === 'json') return 'export const json = [];';
  if (name === 'registerOptimizers') return 'export function registerOptimizers() {}';
  // Kernels are registered from lists; one of no backend is never found.
  if (name.endsWith('Config')) {
    return `export const ${name} = { kernelName: '${name}', backendName: 'none for ${backend}' };`;
  }
  return `export function ${name}() { throw new Error('${name} is left out of this app'); }`;
}
