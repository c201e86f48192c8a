import { memory } from '@tensorflow/tfjs-core';
import { Failure } from '../src/failure.ts';
import { analyse } from './analyse.ts';
import { analyseTissue } from './analyse-tissue.ts';
import { activateModel, removeModel, revertModel } from './choose-model.ts';
import { describeModel, installModel } from './install-model.ts';
import { openModel, runOpened } from './open-model.ts';
import type { Handlers, InstalledModel } from './protocol.ts';
import type { Dependencies, Session } from './session.ts';
import { installShipped, start } from './start.ts';

function activeFirst(a: InstalledModel, b: InstalledModel): number {
  return Number(b.active) - Number(a.active) || a.identity.name.localeCompare(b.identity.name);
}

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
    analyse: async (wanted) => analyse(started(), wanted),
    analyseTissue: async (wanted) => analyseTissue(started(), wanted),
    openModel: async ({ name }) => openModel(started(), name),
    runModel: async (wanted) => runOpened(started(), wanted),
    async listModels() {
      const { shelf } = started();
      const models = shelf.records().map((record) => describeModel(shelf, record));
      return models.sort(activeFirst);
    },
    installShipped: async () => installShipped(started()),
    async importModel({ zip }) {
      // Seldom done, and its code is not small.
      const { openPackage } = await import('./open-package.ts');
      return installModel(started(), await openPackage(zip), 'imported');
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
