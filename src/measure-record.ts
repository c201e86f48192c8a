import type { Examination } from './history/examination.ts';
import { openedSize } from './history/opened-size.ts';
import { measureExamination } from './measure/measure-examination.ts';
import type { KidneyView } from './measure/pair-volume.ts';
import type { Size } from './measure/picture-scale.ts';
import type { Records } from './records.ts';

type Opening = Pick<Records, 'open'>;

/**
 * Measures a record that is not on the screen; its picture is read only where the record does not tell its size.
 * @throws Failure as `Records.open`, and what a browser throws for a picture that it cannot read
 */
export async function measureRecord(records: Opening, examination: Examination): Promise<KidneyView> {
  const opened = openedSize(examination) ?? (await readSize(records, examination.id));
  const measured = measureExamination(examination, opened ?? examination.analysis);
  return { measured, calipers: examination.additions?.calipers ?? [] };
}

/** A scale speaks of the picture as opened, whose size only the picture itself knows. */
async function readSize(records: Opening, id: string): Promise<Size | null> {
  const record = await records.open(id);
  if (record === null) return null;
  const { bytes, type } = record.picture;
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}
