import type { PictureSource } from '../exam.ts';
import { Failure } from '../failure.ts';
import type { Origin } from '../history/examination.ts';
import type { Clip } from './clip.ts';
import { listDicomDirectory, openDicomClip } from './open-dicom.ts';
import { type FileKind, fileKind, openFile } from './open-file.ts';
import type { PickedFile } from './picked-file.ts';
import { unzipPictures } from './unzip-pictures.ts';

/** A source that may turn out to be a moving picture. */
export interface OpenableSource extends PictureSource {
  /** The file itself; null when `open` can only tell why there is none. */
  readonly file: File | null;
  /** The moving picture, or null when it is a still, or cannot be opened: `open` tells why. */
  readonly openClip: () => Promise<Clip | null>;
}

interface SortedFile extends PickedFile {
  readonly kind: FileKind;
}

/**
 * Makes sources of what was chosen or dropped: ZIPs are unpacked, DICOM folders put in the order of their DICOMDIR, other
 * folders in the order of their names. What cannot be opened becomes a source that says why.
 */
export async function gatherPictures(
  picked: readonly PickedFile[],
  origin: Origin,
): Promise<OpenableSource[]> {
  const sources: OpenableSource[] = [];
  const folder: SortedFile[] = [];
  for (const one of picked) {
    const kind = await fileKind(one.file);
    if (one.isInside) folder.push({ ...one, kind });
    else if (kind === 'zip') sources.push(...(await openZip(one, origin)));
    else if (isDirectory({ ...one, kind })) folder.push({ ...one, kind });
    else sources.push(sourceOf(one.file, origin));
  }
  if (folder.length > 0) sources.push(...(await openFolder(folder, { name: nameOf(folder), origin })));
  return sources;
}

async function openZip({ file }: PickedFile, origin: Origin): Promise<OpenableSource[]> {
  try {
    const inside = await unzipPictures(file);
    const kinds = await Promise.all(inside.map((one) => fileKind(one.file)));
    const sorted = inside.map((one, i) => ({ ...one, kind: kinds[i] ?? 'other' }));
    return await openFolder(sorted, { name: file.name, origin });
  } catch (failure) {
    return [failing(file.name, failure)];
  }
}

interface FolderOptions {
  readonly name: string;
  readonly origin: Origin;
}

async function openFolder(
  files: readonly SortedFile[],
  { name, origin }: FolderOptions,
): Promise<OpenableSource[]> {
  const directory = files.find(isDirectory);
  const pictures = files.filter((one) => !isDirectory(one) && one.kind !== 'other' && one.kind !== 'zip');
  const byName = new Intl.Collator('en', { numeric: true });
  const rest = new Set(pictures.sort((a, b) => byName.compare(a.path, b.path)));
  const first = directory === undefined ? [] : await followDirectory(directory, rest);
  for (const one of first) if ('path' in one) rest.delete(one);
  const sources = [...first, ...rest].map((one) => ('path' in one ? sourceOf(one.file, origin) : one));
  if (sources.length > 0) return sources;
  return [failing(name, new Failure(directory === undefined ? 'folder-empty' : 'dicom-directory', name))];
}

/** What a DICOMDIR lists of the files that are here, in its order; when it cannot be read, why. */
async function followDirectory(
  directory: SortedFile,
  files: ReadonlySet<SortedFile>,
): Promise<(SortedFile | OpenableSource)[]> {
  const root = directory.path.slice(0, -directory.file.name.length);
  const byPath = new Map([...files].map((one) => [plainPath(one.path), one]));
  try {
    const paths = await listDicomDirectory(directory.file);
    const found = paths.flatMap((path) => byPath.get(plainPath(root + path)) ?? []);
    return found;
  } catch (failure) {
    return [failing(directory.file.name, failure)];
  }
}

/** Discs differ in case, and in the version that ISO 9660 puts behind a name. */
function plainPath(path: string): string {
  return path.toUpperCase().replace(/;1$/, '');
}

function isDirectory({ file, kind }: SortedFile): boolean {
  return kind === 'dicom' && /^DICOMDIR$/i.test(file.name);
}

function nameOf([first]: readonly PickedFile[]): string {
  return first?.path.split('/')[0] ?? '';
}

function sourceOf(file: File, origin: Origin): OpenableSource {
  return {
    name: file.name,
    file,
    open: () => openFile(file, origin),
    openClip: async () => ((await fileKind(file)) === 'dicom' ? openDicomClip(file).catch(() => null) : null),
  };
}

function failing(name: string, failure: unknown): OpenableSource {
  const fail = () => Promise.reject(failure);
  return { name, file: null, open: fail, openClip: async () => null };
}
