import { Failure } from '../src/failure.ts';
import { keyOf, type ModelRecord, type ModelVersion } from './model-database.ts';
import { checkPackage, type ModelPackage } from './model-package.ts';
import type { ModelShelf } from './model-shelf.ts';
import { checkCard } from './read-card.ts';

/**
 * Reads one version from the shelf and checks it as if it had just arrived: storage can be damaged.
 * @throws Failure `package-damaged` or `package-hash`.
 */
export async function readVersion(shelf: ModelShelf, version: ModelVersion): Promise<ModelPackage> {
  const files = await shelf.files(keyOf(version.identity));
  if (!(files instanceof Map)) throw new Failure('package-damaged', 'its files are gone from storage');
  const checked = await checkPackage(checkCard(version.card), files);
  if (keyOf(checked.identity) !== keyOf(version.identity)) throw new Failure('package-hash', 'other weights');
  return checked;
}

/** The intact package of a model; a damaged version is dropped for the one before it, or for none. */
export async function readIntact(shelf: ModelShelf, name: string): Promise<ModelPackage | null> {
  const record = shelf.find(name);
  if (record === null) return null;
  try {
    return await readVersion(shelf, record.current);
  } catch {
    // Not told as an error: the version before answers, and the shipped model is fetched again.
    return dropCurrent(shelf, record);
  }
}

async function dropCurrent(shelf: ModelShelf, { name, previous }: ModelRecord): Promise<ModelPackage | null> {
  try {
    if (previous === null) throw new Failure('model-missing', name);
    const intact = await readVersion(shelf, previous);
    // Without a shipped version on record, the start fetches the shipped one again.
    await shelf.save({ name, current: previous, previous: null, shippedVersion: null }, intact.files);
    return intact;
  } catch {
    await shelf.remove(name);
    return null;
  }
}
