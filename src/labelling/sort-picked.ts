import { toFailure } from '../failure.ts';
import { fileKind } from '../frame/open-file.ts';
import type { PickedFile } from '../frame/picked-file.ts';
import { unzipPictures } from '../frame/unzip-pictures.ts';
import type { Refused } from './add-pictures.ts';

/** What was chosen, by what it is for. */
export interface SortedPicks {
  readonly pictures: readonly PickedFile[];
  /** Files that say something about pictures. */
  readonly annotations: readonly File[];
  /** ZIPs that could not be opened. */
  readonly refused: readonly Refused[];
}

const annotationEnding = /\.(csv|json)$/i;

/** Unpacks ZIPs and tells pictures from annotation files, which often lie beside them. */
export async function sortPicked(picked: readonly PickedFile[]): Promise<SortedPicks> {
  const refused: Refused[] = [];
  const files: PickedFile[] = [];
  for (const one of picked) {
    if (one.isInside || (await fileKind(one.file)) !== 'zip') {
      files.push(one);
      continue;
    }
    try {
      files.push(...(await unzipPictures(one.file)));
    } catch (thrown) {
      refused.push({ name: one.file.name, failure: toFailure(thrown) });
    }
  }
  const says = ({ file }: PickedFile): boolean => annotationEnding.test(file.name);
  return {
    pictures: files.filter((one) => !says(one)),
    annotations: files.filter(says).map(({ file }) => file),
    refused,
  };
}

/** What a project is called at first: its folder or ZIP, else nothing. */
export function nameOfPicked(picked: readonly PickedFile[]): string {
  const [first] = picked;
  if (first === undefined) return '';
  if (first.isInside) return first.path.split('/')[0] ?? '';
  return picked.length === 1 && /\.zip$/i.test(first.file.name) ? first.file.name.slice(0, -4) : '';
}
