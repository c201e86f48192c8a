import type { PickedFile } from './picked-file.ts';

/** A folder of a machine holds some thousands; more is a disk dropped by mistake. */
const mostFiles = 5000;

/**
 * The files of a drop, those in dropped folders included. Must be called while the drop is being handled: the browser shows
 * what was dropped for no longer.
 */
export function readDropped(transfer: DataTransfer | null): Promise<PickedFile[]> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) {
    const files = [...(transfer?.files ?? [])];
    return Promise.resolve(files.map((file) => ({ file, path: file.name, isInside: false })));
  }
  return readEntries(entries);
}

async function readEntries(entries: readonly FileSystemEntry[]): Promise<PickedFile[]> {
  const found: PickedFile[] = [];
  // A stack, so that files come in the order of the drop.
  const waiting = entries.map((entry) => ({ entry, isInside: false })).reverse();
  for (let next = waiting.pop(); next !== undefined && found.length < mostFiles; next = waiting.pop()) {
    const { entry, isInside } = next;
    if (isFolder(entry)) {
      const inner = await listFolder(entry);
      waiting.push(...inner.map((one) => ({ entry: one, isInside: true })).reverse());
    } else if (isFile(entry)) {
      found.push({ file: await readFile(entry), path: entry.fullPath.replace(/^\//, ''), isInside });
    }
  }
  return found;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The reader gives a hundred at a time, and none when all were given. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
