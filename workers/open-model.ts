import { Failure } from '../src/failure.ts';
import type { LoadedModel } from './graph-model.ts';
import { keyOf } from './model-database.ts';
import type { ModelPackage } from './model-package.ts';
import type { ModelJob, ModelRun, OpenedModel, RunArgs } from './protocol.ts';
import { runModel } from './run-model.ts';
import { proveModel } from './self-test.ts';
import type { Session } from './session.ts';
import { installNamed } from './start.ts';
import { createStopwatch } from './stopwatch.ts';
import { readIntact } from './stored-package.ts';
import { requireJob } from './view-geometry.ts';

/** One for findings and one for function; a tablet's memory holds no more large ones. */
const mostOpened = 2;
/** What the crop's models do. */
const cropJobs: readonly ModelJob[] = ['findings', 'function'];

/** A model by its name, and what it is wanted for. */
interface Wanted {
  readonly name: string;
  readonly jobs: readonly ModelJob[];
}

/**
 * Loads a model that does another job than judging views, and keeps it until others are wanted or another version of it
 * is installed. A shipped one is fetched when it is not here yet.
 * @throws Failure `model-missing`, `package-task` for a model of another job, or why its package does not hold.
 */
export async function loadNamed(session: Session, wanted: Wanted): Promise<LoadedModel> {
  const { opened, shelf } = session;
  const { name, jobs } = wanted;
  const before = opened.get(name);
  const current = shelf.find(name)?.current.identity;
  opened.delete(name);
  if (before && current && keyOf(before.identity) === keyOf(current)) {
    opened.set(name, before);
    requireJob(before.card, jobs);
    return before;
  }
  before?.dispose();
  const stored = await fetchNamed(session, name);
  requireJob(stored.card, jobs);
  for (const [oldest, model] of [...opened].slice(0, opened.size + 1 - mostOpened)) {
    opened.delete(oldest);
    model.dispose();
  }
  const { model } = await proveModel(stored);
  opened.set(name, model);
  return model;
}

/** Makes a model of findings or function ready. @throws as `loadNamed`. */
export async function openModel(session: Session, name: string): Promise<OpenedModel> {
  // The package is not read again: that takes longer than a run.
  const { identity, card, trees } = await loadNamed(session, { name, jobs: cropJobs });
  return { identity, card, trees };
}

/**
 * Runs such a model.
 * @throws as `loadNamed`; Failure `model-output` for an input of another size or of one grey level.
 */
export async function runOpened(session: Session, { name, grey }: RunArgs): Promise<ModelRun> {
  const watch = createStopwatch();
  const model = await loadNamed(session, { name, jobs: cropJobs });
  const { input, outputs: all } = model.card;
  if (grey.length !== input.width * input.height) {
    throw new Failure('model-output', `${grey.length} bytes for ${input.width} × ${input.height}`);
  }
  const tasks = all.map(({ task }) => task);
  const outputs = await watch.timeAsync('model', () => runModel(session, grey, { model, tasks }));
  return { identity: model.identity, outputs, backend: session.engine.backend, tookMs: watch.read().total };
}

async function fetchNamed(session: Session, name: string): Promise<ModelPackage> {
  const { shelf } = session;
  const intact = await readIntact(shelf, name);
  if (intact !== null) return intact;
  await installNamed(session, name);
  const arrived = await readIntact(shelf, name);
  if (arrived === null) throw new Failure('model-missing', name);
  return arrived;
}
