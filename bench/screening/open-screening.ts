import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { makeProfile, openBench } from '../open-bench.ts';
import type { Answer, AskedPicture, PipelineTime, ScreeningPage } from './contract.ts';

const outDir = 'bench/results/screening';

/** The app's pipeline in a browser. */
export interface Screening {
  readonly read: (pictures: readonly AskedPicture[]) => Promise<Answer[]>;
  readonly time: (name: string, bytes: Buffer) => Promise<PipelineTime | null>;
  readonly close: () => Promise<void>;
}

/** Builds page.ts as the app is built, serves it with the app's headers and opens it in Chromium. */
export async function openScreening(): Promise<Screening> {
  const built = { outDir, emptyOutDir: true, rollupOptions: { input: 'bench/screening/page.html' } };
  await build({ logLevel: 'error', build: built });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  const { page, context } = await openBench(makeProfile());
  await page.goto(`http://127.0.0.1:${address.port}/bench/screening/page.html`);
  await page.waitForFunction(() => 'screening' in globalThis);
  return {
    read: (pictures) => readAll(page, pictures),
    time: (name, bytes) => page.evaluate(timeOne, { name, base64: bytes.toString('base64') }),
    async close() {
      await context.close();
      await server.close();
    },
  };
}

type Window = typeof globalThis & { readonly screening: ScreeningPage };

/** Runs in the page. */
function readAll(page: Page, pictures: readonly AskedPicture[]): Promise<Answer[]> {
  return page.evaluate(async (asked) => {
    const answers: Answer[] = [];
    for (const picture of asked) answers.push(await (globalThis as Window).screening.read(picture));
    return answers;
  }, pictures);
}

/** Runs in the page. */
function timeOne({ name, base64 }: { readonly name: string; readonly base64: string }) {
  return (globalThis as Window).screening.time(name, base64);
}
