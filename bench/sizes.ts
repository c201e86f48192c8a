import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const assets = 'dist/assets';

/** Brotli sizes of what the page and the worker load, read off the built chunks' own imports. */
export function measureSizes(): Figure[] {
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'));
  const entry = /assets\/(index-[\w-]+\.js)/.exec(readFileSync('dist/index.html', 'utf8'))?.[1];
  const worker = files.find((file) => file.startsWith('inference.worker'));
  if (entry === undefined || worker === undefined)
    throw new Error('dist/ lacks the page or the worker: build first.');
  const first = reach(entry, staticImports);
  const page = reach(entry, allImports);
  const inference = reach(worker, allImports);
  return [
    { name: 'page JavaScript, first load', value: kilobytes(first), unit: 'kB brotli', target: '≤ 40' },
    { name: 'page JavaScript, with every screen and export', value: kilobytes(page), unit: 'kB brotli' },
    {
      name: 'worker JavaScript, all backends',
      value: kilobytes(inference),
      unit: 'kB brotli',
      target: '≤ 180',
    },
    {
      name: 'styles',
      value: kilobytes(readdirSync(assets).filter((file) => file.endsWith('.css'))),
      unit: 'kB brotli',
    },
  ];
}

/** The files that are loaded from `start` on, following the imports that `read` finds. */
function reach(start: string, read: (text: string) => string[]): string[] {
  const found = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...read(readFileSync(`${assets}/${file}`, 'utf8')));
  }
  return [...found];
}

function staticImports(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map((match) => match[1] ?? '');
}

function allImports(text: string): string[] {
  const lazy = [...text.matchAll(/import\(\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map((match) => match[1] ?? '');
  return [...staticImports(text), ...lazy];
}

function kilobytes(files: readonly string[]): number {
  const bytes = files.reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(`${assets}/${file}`)).length,
    0,
  );
  return Math.round(bytes / 100) / 10;
}
