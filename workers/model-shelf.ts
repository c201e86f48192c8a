import {
  deleteModel,
  keyOf,
  keysInUse,
  type ModelDatabase,
  type ModelRecord,
  openModelDatabase,
  storeModel,
} from './model-database.ts';
import type { PackageFiles } from './model-package.ts';

/** Where installed models are kept: in memory always, and on the device's storage where it can be. */
export interface ModelShelf {
  readonly records: () => readonly ModelRecord[];
  readonly find: (name: string) => ModelRecord | null;
  /** Keeps a record with the files of its current version; drops files that no record names any more. */
  readonly save: (record: ModelRecord, files: PackageFiles) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** The files of one version; null when they are lost. */
  readonly files: (key: string) => Promise<PackageFiles | null>;
  /** Whether a version's files lie on the device's storage. */
  readonly isStored: (key: string) => boolean;
  readonly active: () => string | null;
  readonly activate: (name: string) => Promise<void>;
}

interface State {
  database: ModelDatabase | null;
  readonly records: Map<string, ModelRecord>;
  /** Files that could not be stored. */
  readonly unstored: Map<string, PackageFiles>;
  active: string | null;
}

/** Opens the shelf; with storage blocked, full or lost it goes on from memory, which `isStored` tells. */
export async function openModelShelf(): Promise<ModelShelf> {
  const state: State = { database: null, records: new Map(), unstored: new Map(), active: null };
  await connect(state);
  return {
    records: () => [...state.records.values()],
    find: (name) => state.records.get(name) ?? null,
    active: () => state.active,
    isStored: (key) => state.database !== null && !state.unstored.has(key),
    save: (record, files) => save(state, record, files),
    remove: (name) => remove(state, name),
    files: (key) => readFiles(state, key),
    async activate(name) {
      state.active = name;
      await attempt(state, (database) => database.put('settings', name, 'active'));
    },
  };
}

async function connect(state: State): Promise<void> {
  try {
    const database = await openModelDatabase(() => {
      state.database = null;
    });
    for (const record of await database.getAll('models')) state.records.set(record.name, record);
    state.active = (await database.get('settings', 'active')) ?? null;
    state.database = database;
  } catch {
    // Told to the user by `InstalledModel.stored`: the model is fetched again next time.
    state.database = null;
  }
}

async function save(state: State, record: ModelRecord, files: PackageFiles): Promise<void> {
  const key = keyOf(record.current.identity);
  state.records.set(record.name, record);
  state.unstored.set(key, files);
  if (await attempt(state, (database) => storeModel(database, record, files))) state.unstored.delete(key);
  forgetUnused(state);
}

async function remove(state: State, name: string): Promise<void> {
  state.records.delete(name);
  forgetUnused(state);
  await attempt(state, (database) => deleteModel(database, name));
}

function forgetUnused(state: State): void {
  const kept = keysInUse([...state.records.values()]);
  for (const key of state.unstored.keys()) if (!kept.has(key)) state.unstored.delete(key);
}

async function readFiles(state: State, key: string): Promise<PackageFiles | null> {
  const unstored = state.unstored.get(key);
  if (unstored !== undefined) return unstored;
  let files: PackageFiles | undefined;
  await attempt(state, async (database) => {
    files = await database.get('files', key);
  });
  return files ?? null;
}

/** Runs `work` on the database; false when there is none or it fails, which must not stop the examination. */
async function attempt(state: State, work: (database: ModelDatabase) => Promise<unknown>): Promise<boolean> {
  if (state.database === null) return false;
  try {
    await work(state.database);
    return true;
  } catch {
    // A full disk, a lost database: the shelf goes on from memory, and `isStored` tells.
    return false;
  }
}
