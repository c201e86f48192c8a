import type { DataSet, Element } from 'dicom-parser';
import { type DirectoryRecord, orderDirectory } from '../../src/dicom/order-directory.ts';
import { readDicom } from './read-dicom.ts';
import { readNumbers } from './read-numbers.ts';

/**
 * The files that a DICOMDIR lists, in the order of their series and instances.
 * @throws Failure as `readDicom`
 */
export async function listDirectory(file: Blob): Promise<string[]> {
  const { data } = await readDicom(file);
  const items = data.elements.x00041220?.items ?? [];
  return orderDirectory(items.flatMap(readRecord), data.uint32('x00041200') ?? 0);
}

function readRecord({ dataSet, dataOffset }: Element): DirectoryRecord[] {
  if (dataSet === undefined) return [];
  return [
    {
      // Offsets point at the item's tag, which with its length takes eight bytes.
      offset: dataOffset - 8,
      next: dataSet.uint32('x00041400') ?? 0,
      lower: dataSet.uint32('x00041420') ?? 0,
      number: readNumbers(dataSet, 'x00200013')[0] ?? readNumbers(dataSet, 'x00200011')[0],
      path: readPath(dataSet),
    },
  ];
}

/** Only records of pictures lead to files; others (reports, curves) are no business of this app. */
function readPath(record: DataSet): string | null {
  if (record.string('x00041430')?.trim() !== 'IMAGE') return null;
  const parts = record.string('x00041500')?.split('\\');
  return parts?.map((part) => part.trim()).join('/') ?? null;
}
