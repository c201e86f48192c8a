import { Failure, toFailure } from '../src/failure.ts';
import { type Climb, climb } from './backend.ts';
import { fetchCard, fetchFiles } from './fetch-package.ts';
import { installModel, keepModel } from './install-model.ts';
import { isNewer } from './is-newer.ts';
import { checkPackage, type ModelPackage } from './model-package.ts';
import type { ModelShelf } from './model-shelf.ts';
import type { Engine, FailureMessage, StartOptions, StartStep } from './protocol.ts';
import { type ProvenModel, proveModel } from './self-test.ts';
import { type Dependencies, type Session, shippedModels, viewModel } from './session.ts';
import { readIntact } from './stored-package.ts';

interface Starting {
  readonly dependencies: Dependencies;
  readonly options: StartOptions;
  readonly shelf: ModelShelf;
}

/**
 * Starts the worker: a model from the shelf or, at first, from the network; the best backend that gives its
 * golden outputs; then, when the app came with a newer model, that one through the same gate.
 */
export async function start(dependencies: Dependencies, options: StartOptions): Promise<Session> {
  const starting = { dependencies, options, shelf: await dependencies.openShelf() };
  say(starting, 'check');
  const stored = await readStored(starting.shelf);
  const { arrived, climbed } = await climbWith(starting, stored);
  if (arrived !== stored) await keepModel(starting.shelf, arrived, 'shipped');
  if (starting.shelf.active() !== arrived.identity.name) await starting.shelf.activate(arrived.identity.name);
  const session = makeSession(starting, climbed);
  if (arrived === stored) await updateShipped(session);
  say(starting, 'ready', 1);
  return session;
}

/** The active model, else a shipped one, as far as it is intact on the shelf. */
async function readStored(shelf: ModelShelf): Promise<ModelPackage | null> {
  for (const name of [shelf.active(), viewModel]) {
    const intact = name === null ? null : await readIntact(shelf, name);
    if (intact !== null) return intact;
  }
  return null;
}

interface Arrival {
  readonly arrived: ModelPackage;
  readonly climbed: Climb<ProvenModel>;
}

/** A stored model that no backend runs any more gives way to the shipped one. */
async function climbWith(starting: Starting, stored: ModelPackage | null): Promise<Arrival> {
  if (stored !== null) {
    try {
      return { arrived: stored, climbed: await climbLadder(starting, stored) };
    } catch (thrown) {
      if (toFailure(thrown).code === 'backend-missing') throw thrown;
    }
  }
  const arrived = await fetchShipped(starting, viewModel);
  return { arrived, climbed: await climbLadder(starting, arrived) };
}

function climbLadder(starting: Starting, candidate: ModelPackage): Promise<Climb<ProvenModel>> {
  const { dependencies, options } = starting;
  say(starting, 'backend');
  return climb(dependencies.rungs, options, () => {
    say(starting, 'warm-up');
    return proveModel(candidate);
  });
}

async function fetchShipped(starting: Starting, name: string): Promise<ModelPackage> {
  const { dependencies, options } = starting;
  const folder = `${options.modelsUrl}${name}/`;
  const card = await fetchCard(dependencies.fetch, folder);
  if (card.name !== name) throw new Failure('package-damaged', `${folder} holds ${card.name}`);
  const files = await fetchFiles(dependencies.fetch, { folder, card }, (done, total) =>
    dependencies.tell({ news: 'progress', step: 'download', done, total }),
  );
  say(starting, 'check');
  return checkPackage(card, files);
}

function makeSession({ dependencies, options, shelf }: Starting, climbed: Climb<ProvenModel>): Session {
  const { backend, open, proof, rejected } = climbed;
  const { threads, adapter } = open;
  const engine: Engine = { backend, threads, adapter, rejected, selfTest: proof.selfTest };
  const { modelsUrl } = options;
  const session: Session = {
    dependencies,
    modelsUrl,
    shelf,
    engine,
    active: proof,
    opened: new Map(),
    lost: null,
  };
  void open.lost?.then((reason) => {
    session.lost = reason;
    dependencies.tell({ news: 'device-lost', reason });
  });
  return session;
}

/** Installs newer shipped versions of what is on the shelf; the engine says why one could not be. */
async function updateShipped(session: Session): Promise<void> {
  const onShelf = shippedModels.filter((name) => name === viewModel || session.shelf.find(name) !== null);
  const failure = await installNewer(session, onShelf);
  if (failure !== null) session.engine = { ...session.engine, updateFailure: failure };
}

/** Installs every shipped package that is not on the shelf; resolves to why one could not be, or null. */
export function installShipped(session: Session): Promise<FailureMessage | null> {
  const missing = shippedModels.filter((name) => session.shelf.find(name) === null);
  // Progress is news of a start, which this is not.
  return installNewer(session, missing, { ...session.dependencies, tell: () => undefined });
}

/**
 * Installs one shipped package, telling how far its files have come.
 * @throws Failure `model-missing` for one that the app does not have, or why it does not hold.
 */
export function installNamed(session: Session, name: string): Promise<void> {
  const { dependencies } = session;
  return installIfNewer(session, name, {
    ...dependencies,
    tell(news) {
      if (news.news === 'progress') dependencies.tell({ ...news, news: 'model-progress' });
    },
  });
}

/** The version in use stays when a newer one fails. */
async function installNewer(
  session: Session,
  names: readonly string[],
  dependencies = session.dependencies,
): Promise<FailureMessage | null> {
  let failure: FailureMessage | null = null;
  for (const name of names) {
    try {
      await installIfNewer(session, name, dependencies);
    } catch (thrown) {
      const { code, detail } = toFailure(thrown);
      // Offline is no failure: the stored model answers.
      if (code !== 'model-missing' || session.shelf.find(name) === null) failure = { code, detail };
    }
  }
  return failure;
}

async function installIfNewer(session: Session, name: string, dependencies: Dependencies): Promise<void> {
  const { modelsUrl, shelf } = session;
  const { version } = await fetchCard(dependencies.fetch, `${modelsUrl}${name}/`);
  const installed = shelf.find(name)?.shippedVersion ?? null;
  if (installed !== null && !isNewer(version, installed)) return;
  const options = { modelsUrl, without: [] };
  await installModel(session, await fetchShipped({ dependencies, options, shelf }, name), 'shipped');
}

function say({ dependencies }: Starting, step: StartStep, done = 0): void {
  dependencies.tell({ news: 'progress', step, done, total: 1 });
}
