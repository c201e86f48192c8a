import type { BaseIssue, BaseSchema } from 'valibot';
import { Failure, toFailure } from '../failure.ts';
import { type ArchiveFiles, openArchive } from './archive-files.ts';
import {
  archiveVersion,
  clipName,
  examinationName,
  idOf,
  limits,
  type Manifest,
  manifestName,
  pictureName,
} from './archive-layout.ts';
import type { ArchivedExamination } from './archive-schema.ts';
import type { NewExamination, StoredClip, StoredPicture } from './examination.ts';
import type { OnProgress } from './export-archive.ts';
import type { History } from './history.ts';
import { decodeRecord } from './record-json.ts';
import type { MergeOutcome } from './records.ts';

/** What became of the archive's records. */
export type RestoreCounts = Readonly<Record<MergeOutcome | 'damaged', number>>;

/** Turns JSON that nobody can vouch for into what the app relies on, or throws. */
interface Checks {
  readonly kind: (json: unknown) => Pick<Manifest, 'version'>;
  readonly manifest: (json: unknown) => Manifest;
  readonly examination: (json: unknown) => ArchivedExamination;
}

/**
 * Merges an archive into history: a record that is here and as new or newer stays as it is, a damaged one is
 * counted and left out, the rest is restored.
 * @throws Failure `archive-damaged` (no zip, or it was cut off), `archive-foreign` (another zip),
 *   `archive-newer` (written by a newer app); `storage-…` when the device fails, what was restored stays
 */
export async function restoreArchive(
  history: History,
  archive: Blob,
  onProgress?: OnProgress,
): Promise<RestoreCounts> {
  try {
    const [files, checks] = await Promise.all([openArchive(archive), loadChecks()]);
    const manifest = await readManifest(files, checks);
    const ids = [...files.names].flatMap((name) => idOf(name) ?? []);
    const counts = { added: 0, updated: 0, kept: 0, damaged: 0 };
    for (const [done, id] of ids.entries()) {
      const record = await readRecord(id, files, checks);
      counts[record === null ? 'damaged' : await history.merge(record)]++;
      onProgress?.(done + 1, ids.length);
    }
    // What the manifest promises and the archive does not list was lost.
    counts.damaged += Math.max(0, manifest.count - ids.length);
    return counts;
  } catch (thrown) {
    throw toFailure(thrown);
  }
}

async function loadChecks(): Promise<Checks> {
  const [schemas, { parse }] = await Promise.all([import('./archive-schema.ts'), import('valibot')]);
  const checkWith =
    <T>(schema: BaseSchema<unknown, T, BaseIssue<unknown>>) =>
    (json: unknown) =>
      parse(schema, json);
  return {
    kind: checkWith(schemas.archiveKindSchema),
    manifest: checkWith(schemas.manifestSchema),
    examination: checkWith(schemas.archivedExaminationSchema),
  };
}

async function readManifest(files: ArchiveFiles, checks: Checks): Promise<Manifest> {
  if (!files.names.has(manifestName)) throw new Failure('archive-foreign', `no ${manifestName}`);
  const text = new TextDecoder().decode(await files.read(manifestName, limits.json));
  try {
    const json: unknown = JSON.parse(text);
    const { version } = checks.kind(json);
    if (version > archiveVersion) throw new Failure('archive-newer', `version ${version}`);
    return checks.manifest(json);
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : new Failure('archive-foreign', String(thrown));
  }
}

/** One record, checked; null when any part of it is damaged, which is counted by the caller. */
async function readRecord(id: string, files: ArchiveFiles, checks: Checks): Promise<NewExamination | null> {
  try {
    const json = new TextDecoder().decode(await files.read(examinationName(id), limits.json));
    const { examination, picture, thumbnail, clip } = checks.examination(decodeRecord(json));
    if (examination.id !== id) return null;
    return {
      examination,
      picture: await readPicture(pictureName('pictures', id, picture.type), picture.type, files),
      thumbnail: await readPicture(pictureName('thumbnails', id, thumbnail.type), thumbnail.type, files),
      ...(clip && { clip: await readClip(clipName(id), clip, files) }),
    };
  } catch {
    return null;
  }
}

async function readPicture(name: string, type: string, files: ArchiveFiles): Promise<StoredPicture> {
  const bytes = await files.read(name, limits.picture);
  if (bytes.length === 0) throw new Failure('archive-damaged', `${name} is empty`);
  return { bytes: bytes.buffer, type };
}

async function readClip(
  name: string,
  clip: Omit<StoredClip, 'bytes'>,
  files: ArchiveFiles,
): Promise<StoredClip> {
  const bytes = await files.read(name, limits.clip);
  const length = clip.lengths.reduce((sum, one) => sum + one, 0);
  if (bytes.length !== length) throw new Failure('archive-damaged', `${name} is not ${length} bytes long`);
  return { ...clip, bytes: bytes.buffer };
}
