import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { PackageFiles } from './model-package.ts';
import { readCard } from './read-card.ts';

/** Fetches one address; `fetch` itself but in tests. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Called with the bytes that have arrived and all that will. */
export type OnProgress = (done: number, total: number) => void;

/** How long a card may take when a stored model is ready to answer instead. */
const cardLimit = 5_000;

/** Fetches only `card.json` of the package in a folder (with its trailing slash). */
export async function fetchCard(fetch: Fetch, folder: string): Promise<Card> {
  const response = await request(fetch, `${folder}card.json`, AbortSignal.timeout(cardLimit));
  return readCard(await response.arrayBuffer());
}

/** Fetches the files that a card lists, with one running total over all of them. */
export async function fetchFiles(
  fetch: Fetch,
  { folder, card }: { readonly folder: string; readonly card: Card },
  onProgress: OnProgress,
): Promise<PackageFiles> {
  const total = card.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const files = new Map<string, ArrayBuffer>();
  let before = 0;
  onProgress(0, total);
  for (const { path, bytes } of card.files) {
    const response = await request(fetch, folder + path);
    files.set(path, await readAll(response, (done) => onProgress(before + Math.min(done, bytes), total)));
    before += bytes;
  }
  onProgress(total, total);
  return files;
}

async function request(fetch: Fetch, url: string, signal?: AbortSignal): Promise<Response> {
  try {
    // A stale copy in the HTTP cache would pair a new card with old weights.
    const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) });
    // Many hosts answer with the app's page where a file is missing.
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true;
    if (!response.ok || isPage) throw new Failure('model-missing', `${response.status} ${url}`);
    return response;
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : new Failure('model-missing', `${url}: ${String(thrown)}`);
  }
}

async function readAll(response: Response, onBytes: (done: number) => void): Promise<ArrayBuffer> {
  if (response.body === null) return response.arrayBuffer();
  let done = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        done += chunk.byteLength;
        onBytes(done);
        controller.enqueue(chunk);
      },
    }),
  );
  try {
    return await new Response(counted).arrayBuffer();
  } catch (thrown) {
    throw new Failure('model-missing', `${response.url}: ${String(thrown)}`);
  }
}
