import { openedSize } from './frame/opened-size.ts';
import type { Examination } from './history/examination.ts';
import { recordedSize } from './history/recorded-size.ts';
import { measureExamination } from './measure/measure-examination.ts';
import type { KidneyView } from './measure/pair-volume.ts';
import type { Size } from './measure/picture-scale.ts';
import type { Records } from './records.ts';

/** A record's sizes, and the size of its picture as opened, in pixels. */
export interface MeasuredRecord extends KidneyView {
  readonly opened: Size;
}

/**
 * Measures a record that is not on the screen; its picture is read only where the record does not tell its size.
 * @throws Failure as `Records.open`, and what a browser throws for a picture that it cannot read
 */
export async function measureRecord(
  records: Pick<Records, 'open'>,
  examination: Examination,
): Promise<MeasuredRecord> {
  const { analysis, additions, id } = examination;
  const picture = recordedSize(examination) === null ? (await records.open(id))?.picture : undefined;
  const opened = recordedSize(examination) ?? (picture ? await openedSize(picture) : analysis);
  return { measured: measureExamination(examination, opened), calipers: additions?.calipers ?? [], opened };
}
