import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import type { CropReading } from '../findings/crop-reading.ts';
import { openedSize } from '../frame/opened-size.ts';
import { axisLength } from '../history/axis-length.ts';
import type { Examination } from '../history/examination.ts';
import type { Summary } from '../history/summary.ts';
import type { ViewReading } from '../kidney-function/combine-views.ts';
import type { Records } from '../records.ts';
import { useServices } from '../services.ts';
import { sittingMs } from '../trend/visits.ts';

/** A record that a model of function has read, and what it read. */
export interface ReadRecord {
  readonly examination: Examination;
  readonly view: ViewReading;
  readonly reading: NonNullable<CropReading['function']>;
  /** A person said that the patient is of an age that the model's card is for. */
  readonly isAgeConfirmed: boolean;
}

/** Other records of the same sitting or patient. */
export interface Visit {
  readonly others: readonly Examination[];
  /** Those of the same sitting, or paired by hand, that were read for function. */
  readonly read: readonly ReadRecord[];
  /** Why they could not be looked through, or null. */
  readonly failure: Failure | null;
}

const alone: Visit = { others: [], read: [], failure: null };

/** As many as are worth looking through; older visits have their own screen. */
const most = 60;

/** Looks through the records that may be of the same visit or patient; empty until it is done. */
export function useVisit(examination: Examination, pseudonym: string | undefined): Visit {
  const { records } = useServices();
  const [visit, setVisit] = useState<Visit>(alone);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      const found = await findVisit(records, examination, pseudonym);
      if (!isGone) setVisit(found);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [records, examination, pseudonym]);
  return visit;
}

async function findVisit(
  records: Records,
  examination: Examination,
  pseudonym: string | undefined,
): Promise<Visit> {
  const partner = examination.additions?.partner;
  const isOfVisit = ({ id, analysedAt }: Pick<Summary, 'id' | 'analysedAt'>): boolean =>
    id === partner || Math.abs(analysedAt - examination.analysedAt) <= sittingMs;
  try {
    const near = (await records.list()).filter(
      (summary) =>
        summary.id !== examination.id &&
        (isOfVisit(summary) || (pseudonym !== undefined && summary.pseudonym === pseudonym)),
    );
    const others = await records.read(near.slice(0, most).map(({ id }) => id));
    const read = await Promise.all(others.filter(isOfVisit).map((other) => readView(records, other)));
    return { others, read: read.filter((one) => one !== null), failure: null };
  } catch (error) {
    return { ...alone, failure: toFailure(error) };
  }
}

async function readView(records: Records, examination: Examination): Promise<ReadRecord | null> {
  if (examination.additions?.reading?.function === undefined) return null;
  const record = await records.open(examination.id);
  if (record === null) return null;
  return readRecord(examination, await openedSize(record.picture));
}

/** What a model read of a record, with the length of the axis it was read along; null where none did. */
export function readRecord(
  examination: Examination,
  opened: Parameters<typeof axisLength>[2],
): ReadRecord | null {
  const reading = examination.additions?.reading;
  if (reading?.function === undefined) return null;
  const { lengthCm, share } = axisLength(examination, reading.axis.poles, opened);
  return {
    examination,
    view: { id: examination.id, reading: reading.function, lengthCm, axisShare: share },
    reading: reading.function,
    isAgeConfirmed: reading.isAgeConfirmed === true,
  };
}
