import type {
  Args,
  Engine,
  ModelRun,
  News,
  Picture,
  RequestKind,
  Requests,
  Result,
  StartOptions,
} from '../workers/protocol.ts';
import type { Analysis } from './analysis.ts';
import { Failure, toFailure } from './failure.ts';
import { transferOf } from './frame/hand-over.ts';
import { createLadderMemory, mostDeviceLosses } from './ladder-memory.ts';
import type { TissueReading } from './tissue/tissue-reading.ts';
import type { TimeLimits } from './waiting-requests.ts';
import { type AnyWorker, linkWorker, type WorkerLink } from './worker-link.ts';

interface Dependencies {
  /** Makes a worker that serves `workers/protocol.ts`; called again after one has ended. */
  readonly startWorker: () => AnyWorker;
  readonly options: StartOptions;
  readonly limits?: Partial<TimeLimits<Requests>>;
}

/** The page's one way to the inference worker. */
export interface Inference {
  /** Starts the worker when none runs; the same promise for all who ask meanwhile. */
  readonly start: () => Promise<Engine>;
  /** Asks the worker, started first when needed. Always settles; rejects with a `Failure`. */
  readonly ask: <K extends Exclude<RequestKind, 'start'>>(
    kind: K,
    args: Args<K>,
    transfer?: Transferable[],
  ) => Promise<Result<K>>;
  /**
   * Analyses a picture; `copy` gives one to give away, again for each time that a lost device costs it. The outline
   * takes a third more time, and a live view may do without.
   */
  readonly analyse: (
    copy: () => Promise<Picture>,
    wish?: { readonly withAnatomy: boolean },
  ) => Promise<Analysis>;
  /** Reads the layers of a limb with the model of that name; `copy` as above. */
  readonly analyseTissue: (copy: () => Promise<Picture>, name: string) => Promise<TissueReading>;
  /** Runs a model of findings or function on grey bytes, as often as a lost device makes it necessary. */
  readonly runModel: (name: string, grey: Uint8Array) => Promise<ModelRun>;
  /** Hears unasked news; the result ends that. */
  readonly onNews: (listener: (news: News) => void) => () => void;
  /** Ends the worker, rejecting what waits; the next question starts a fresh one. */
  readonly stop: () => void;
}

const minute = 60_000;
/** For `start` since the last progress: a rung of the ladder may take 45 s to open and as long to warm up. */
const defaultLimits: TimeLimits<Requests> = {
  start: 2 * minute,
  analyse: minute,
  analyseTissue: 2 * minute,
  openModel: 2 * minute,
  runModel: 2 * minute,
  listModels: minute,
  installShipped: 2 * minute,
  importModel: 2 * minute,
  activateModel: 2 * minute,
  revertModel: 2 * minute,
  removeModel: minute,
  readMemory: minute,
};

/** Makes the page's side of inference; nothing starts before it is asked for. */
export function createInference(dependencies: Dependencies): Inference {
  const listeners = new Set<(news: News) => void>();
  const run = createRunner(dependencies, (news) => {
    for (const listener of listeners) listener(news);
  });
  const start = async () => run().engine;
  const ask: Inference['ask'] = async (kind, args, transfer) => {
    const { link, engine } = run();
    await engine;
    return link.ask(kind, args, transfer);
  };
  const givePicture = <T>(copy: () => Promise<Picture>, give: (picture: Picture) => Promise<T>): Promise<T> =>
    repeatWhenLost(async () => {
      await start();
      return give(await copy());
    });
  return {
    start,
    ask,
    analyse: (copy, { withAnatomy } = { withAnatomy: true }) =>
      givePicture(copy, (picture) => ask('analyse', { picture, withAnatomy }, transferOf(picture))),
    analyseTissue: (copy, name) =>
      givePicture(copy, (picture) => ask('analyseTissue', { picture, name }, transferOf(picture))),
    runModel: (name, grey) =>
      repeatWhenLost(() => {
        const given = grey.slice();
        return ask('runModel', { name, grey: given }, [given.buffer]);
      }),
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => run.stop(),
  };
}

interface Running {
  readonly link: WorkerLink<Requests>;
  readonly engine: Promise<Engine>;
}

/** Gives the worker that runs; a fresh one when none does, without the rungs that failed before. */
function createRunner(dependencies: Dependencies, onNews: (news: News) => void) {
  const { startWorker, options } = dependencies;
  const limits = { ...defaultLimits, ...dependencies.limits };
  const memory = createLadderMemory(options.without);
  let running: Running | null = null;

  function begin(): Running {
    memory.begin();
    const link = linkWorker<Requests>(openWorker(startWorker), {
      limits,
      onNews(news) {
        memory.hear(news);
        onNews(news);
      },
      onEnd(failure) {
        running = null;
        memory.learn(failure);
      },
    });
    const engine = link.ask('start', { ...options, without: memory.without() });
    engine.catch((failure: Failure) => {
      // It told why, so no rung is to blame; a worker that has not started is of no more use.
      memory.begin();
      link.end(failure);
    });
    return { link, engine };
  }

  function stop(): void {
    memory.begin();
    running?.link.end(new Failure('worker-lost', 'stopped'));
  }

  function run(): Running {
    running ??= begin();
    return running;
  }

  return Object.assign(run, { stop });
}

async function repeatWhenLost<T>(work: () => Promise<T>): Promise<T> {
  for (let losses = 0; ; losses++) {
    try {
      return await work();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code !== 'device-lost' || losses === mostDeviceLosses) throw failure;
    }
  }
}

function openWorker(startWorker: () => AnyWorker): AnyWorker {
  try {
    return startWorker();
  } catch (thrown) {
    throw new Failure('worker-lost', toFailure(thrown).detail);
  }
}
