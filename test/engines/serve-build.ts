import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** The built app on a port of its own. */
export interface ServedBuild {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Builds the app into a folder of its own, apart from `dist/`, and serves it with the headers of `npm start`. */
export async function serveBuild(folder: string): Promise<ServedBuild> {
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'warn', mode: 'production', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
