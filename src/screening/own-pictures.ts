import { nameKey } from '../evaluation/match-pictures.ts';
import { type Truths, truthsOfFolder } from '../findings/truths.ts';
import { fileKind } from '../frame/open-file.ts';
import type { PickedFile } from '../frame/picked-file.ts';
import { unzipPictures } from '../frame/unzip-pictures.ts';

/** A picture of a person's own set. */
export interface OwnPicture {
  /** Its place below what was chosen. */
  readonly path: string;
  readonly file: File;
  /** What its folder says of it; null where that says nothing. */
  readonly byFolder: Truths | null;
}

/** What was chosen: pictures by name, and tables of what is true of them. */
export interface OwnFiles {
  readonly pictures: ReadonlyMap<string, OwnPicture>;
  readonly tables: readonly File[];
}

/**
 * Sorts what was chosen or dropped into pictures and tables; ZIPs are unpacked, other files left out.
 * @throws Failure of `unzipPictures`
 */
export async function sortOwnFiles(picked: readonly PickedFile[]): Promise<OwnFiles> {
  const pictures = new Map<string, OwnPicture>();
  const tables: File[] = [];
  for (const one of await unpackAll(picked)) {
    if (/\.(csv|tsv)$/i.test(one.file.name)) tables.push(one.file);
    else if (await isPicture(one.file)) {
      const { path, file } = one;
      pictures.set(nameKey({ fileName: file.name }), { path, file, byFolder: truthsOfFolder(path) });
    }
  }
  return { pictures, tables };
}

async function unpackAll(picked: readonly PickedFile[]): Promise<PickedFile[]> {
  const unpacked: PickedFile[] = [];
  for (const one of picked) {
    if ((await fileKind(one.file)) === 'zip') unpacked.push(...(await unzipPictures(one.file)));
    else unpacked.push(one);
  }
  return unpacked;
}

async function isPicture(file: File): Promise<boolean> {
  const kind = await fileKind(file);
  return kind === 'picture' || (kind === 'dicom' && !/^DICOMDIR$/i.test(file.name));
}
