import { Failure } from '../src/failure.ts';
import { describeModel } from './install-model.ts';
import type { ModelRecord } from './model-database.ts';
import type { ModelShelf } from './model-shelf.ts';
import type { InstalledModel } from './protocol.ts';
import { proveModel } from './self-test.ts';
import { type Session, shippedModels, swapModel, viewModel } from './session.ts';
import { readVersion } from './stored-package.ts';
import { viewGeometry } from './view-geometry.ts';

/**
 * Makes an installed model the one that answers.
 * @throws Failure `model-missing`, `package-task` for a model that judges no views, or why its package no longer
 * holds; the active model stays then.
 */
export async function activateModel(session: Session, name: string): Promise<InstalledModel> {
  const { shelf } = session;
  const record = recordOf(shelf, name);
  if (shelf.active() !== name) {
    viewGeometry(record.current.card);
    const proven = await proveModel(await readVersion(shelf, record.current));
    await shelf.activate(name);
    swapModel(session, proven);
  }
  return describeModel(shelf, record);
}

/**
 * Goes back to the version before, which in turn becomes the one to return to.
 * @throws Failure `model-missing` when there is none.
 */
export async function revertModel(session: Session, name: string): Promise<InstalledModel> {
  const { shelf } = session;
  const record = recordOf(shelf, name);
  if (record.previous === null) throw new Failure('model-missing', `${name} has no version before`);
  const earlier = await readVersion(shelf, record.previous);
  const proven = await proveModel(earlier);
  const reverted = { ...record, current: record.previous, previous: record.current };
  await shelf.save(reverted, earlier.files);
  if (shelf.active() === name) swapModel(session, proven);
  else proven.model.dispose();
  return describeModel(shelf, reverted);
}

/**
 * Removes an imported model; a shipped model answers when it was the active one.
 * @throws Failure `model-missing` for an unknown name, and for a shipped model, which stays.
 */
export async function removeModel(session: Session, name: string): Promise<null> {
  recordOf(session.shelf, name);
  if (shippedModels.some((shipped) => shipped === name)) {
    throw new Failure('model-missing', `${name} comes with the app and stays`);
  }
  if (session.shelf.active() === name) await activateModel(session, viewModel);
  session.opened.get(name)?.dispose();
  session.opened.delete(name);
  await session.shelf.remove(name);
  return null;
}

function recordOf(shelf: ModelShelf, name: string): ModelRecord {
  const record = shelf.find(name);
  if (record === null) throw new Failure('model-missing', name);
  return record;
}
