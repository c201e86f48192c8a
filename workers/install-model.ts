import { keyOf, type ModelRecord, type ModelVersion } from './model-database.ts';
import type { ModelPackage } from './model-package.ts';
import type { ModelShelf } from './model-shelf.ts';
import type { InstalledModel } from './protocol.ts';
import { proveModel } from './self-test.ts';
import { type Session, swapModel } from './session.ts';
import { jobsOf } from './view-geometry.ts';

/**
 * Installs a checked package, shipped or imported: its golden outputs must hold on the backend in use before
 * anything is stored, and the version before is kept.
 * @throws Failure `package-golden` or `model-output`; what was installed stays as it was.
 */
export async function installModel(
  session: Session,
  arrived: ModelPackage,
  origin: ModelVersion['origin'],
): Promise<InstalledModel> {
  const { shelf } = session;
  const { name } = arrived.identity;
  const before = shelf.find(name);
  if (before !== null && keyOf(before.current.identity) === keyOf(arrived.identity)) {
    return describeModel(shelf, before);
  }
  const proven = await proveModel(arrived);
  const record = await keepModel(shelf, arrived, origin);
  if (shelf.active() === name) swapModel(session, proven);
  else proven.model.dispose();
  return describeModel(shelf, record);
}

/** Puts a proven package on the shelf, above the version that was there. */
export async function keepModel(
  shelf: ModelShelf,
  { identity, card, files }: ModelPackage,
  origin: ModelVersion['origin'],
): Promise<ModelRecord> {
  const before = shelf.find(identity.name);
  const record = {
    name: identity.name,
    current: { identity, card, installedAt: Date.now(), origin },
    previous: before?.current ?? null,
    shippedVersion: origin === 'shipped' ? card.version : (before?.shippedVersion ?? null),
  };
  await shelf.save(record, files);
  return record;
}

/** A model as the page sees it. */
export function describeModel(shelf: ModelShelf, { name, current, previous }: ModelRecord): InstalledModel {
  return {
    ...current,
    previous: previous?.identity ?? null,
    jobs: jobsOf(current.card),
    active: shelf.active() === name,
    stored: shelf.isStored(keyOf(current.identity)),
  };
}
