import type { PreviewServer } from 'vite';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, with a trailing slash. */
    appUrl: string;
  }
}

/** Builds the app once and serves it as `npm start` does, on a free port. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.SKIP_BUILD === undefined) await build({ logLevel: 'warn', mode: 'production' });
  const server: PreviewServer = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  project.provide('appUrl', `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
