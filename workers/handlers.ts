import { memory } from '@tensorflow/tfjs-core';
import { Failure } from '../src/failure.ts';
import { analyse } from './analyse.ts';
import { activateModel, removeModel, revertModel } from './choose-model.ts';
import { describeModel, installModel } from './install-model.ts';
import { checkPackage } from './model-package.ts';
import type { Handlers } from './protocol.ts';
import type { Dependencies, Session } from './session.ts';
import { start } from './start.ts';
import { unzipPackage } from './unzip-package.ts';

/** The worker's table of handlers, over one session. */
export function createHandlers(dependencies: Dependencies): Handlers {
  let session: Session | null = null;
  function started(): Session {
    if (session === null) throw new Failure('model-missing', 'not started');
    return session;
  }
  return {
    async start(options) {
      session ??= await start(dependencies, options);
      return session.engine;
    },
    analyse: async ({ picture }) => analyse(started(), picture),
    async listModels() {
      const { shelf } = started();
      return shelf.records().map((record) => describeModel(shelf, record));
    },
    async importModel({ zip }) {
      const { card, files } = unzipPackage(zip);
      return installModel(started(), await checkPackage(card, files), 'imported');
    },
    activateModel: async ({ name }) => activateModel(started(), name),
    revertModel: async ({ name }) => revertModel(started(), name),
    removeModel: async ({ name }) => removeModel(started(), name),
    async readMemory() {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes };
    },
  };
}
