import { unzipSync } from 'fflate';
import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import type { PackageFiles } from './model-package.ts';
import { readCard } from './read-card.ts';

/** Unpacked bytes above which an archive is not opened: a small file can hold a bomb. */
const mostBytes = 512 * 1024 * 1024;

/**
 * Opens a zipped model package; its `card.json` lies at the top or in one folder at the top.
 * @throws Failure `package-damaged` when it is no zip file, holds no card, or would unpack to over 512 MiB.
 */
export function unzipPackage(zip: ArrayBuffer): { readonly card: Card; readonly files: PackageFiles } {
  const entries = unzip(zip);
  const cardPath = Object.keys(entries).find((path) => /^([^/]+\/)?card\.json$/.test(path));
  const card = cardPath === undefined ? undefined : entries[cardPath];
  if (cardPath === undefined || card === undefined) {
    throw new Failure('package-damaged', 'no card.json in the archive');
  }
  const folder = cardPath.slice(0, -'card.json'.length);
  const files = new Map(
    Object.entries(entries)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, bytes]) => [path.slice(folder.length), bytes.slice().buffer]),
  );
  return { card: readCard(card.slice().buffer), files };
}

function unzip(zip: ArrayBuffer): Record<string, Uint8Array<ArrayBufferLike>> {
  let total = 0;
  try {
    return unzipSync(new Uint8Array(zip), {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > mostBytes) throw new Error('unpacks to over 512 MiB');
        // Folders, and the resource forks that macOS adds.
        return !name.endsWith('/') && !name.startsWith('__MACOSX/');
      },
    });
  } catch (thrown) {
    throw new Failure('package-damaged', `zip: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
