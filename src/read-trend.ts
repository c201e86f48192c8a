import { axisLength } from './history/axis-length.ts';
import type { Examination } from './history/examination.ts';
import { longView, sidesDiffer } from './history/propose-partners.ts';
import { type PairVolume, pairVolume, viewDiameter } from './measure/pair-volume.ts';
import { type MeasuredRecord, measureRecord } from './measure-record.ts';
import type { Records } from './records.ts';
import type { TrendBlood } from './trend/blood-trend.ts';
import type { TrendPicture } from './trend/kidney-trend.ts';
import { sittingMs } from './trend/visits.ts';

type Reading = Pick<Records, 'list' | 'read' | 'open'>;

/** What the records of one patient say over time. */
export interface PatientRecords {
  readonly pictures: readonly TrendPicture[];
  readonly bloods: readonly TrendBlood[];
}

/** A record and its sizes; null where its picture cannot be read. */
interface Measured {
  readonly examination: Examination;
  readonly view: MeasuredRecord | null;
}

/**
 * Reads and measures all that is kept under a pseudonym.
 * @throws Failure as `Records.list` and `Records.read`
 */
export async function readTrend(records: Reading, pseudonym: string): Promise<PatientRecords> {
  const summaries = await records.list();
  const ids = summaries.filter((summary) => summary.pseudonym === pseudonym).map(({ id }) => id);
  const examinations = await records.read(ids);
  const partners = examinations.flatMap(({ additions }) => additions?.partner ?? []);
  const others = await records.read(partners.filter((id) => !ids.includes(id)));
  const measured = new Map<string, Measured>();
  for (const examination of [...examinations, ...others]) {
    // A picture that cannot be read has no sizes, and the screen says how many there are.
    const view = await measureRecord(records, examination).catch(() => null);
    measured.set(examination.id, { examination, view });
  }
  return {
    pictures: examinations.flatMap(({ id }) => {
      const own = measured.get(id);
      return own ? [pictureOf(own, measured)] : [];
    }),
    bloods: examinations.flatMap((examination) => bloodOf(examination) ?? []),
  };
}

function pictureOf(own: Measured, all: ReadonlyMap<string, Measured>): TrendPicture {
  const { id, analysedAt, additions } = own.examination;
  const partner = all.get(additions?.partner ?? '');
  return {
    id,
    at: analysedAt,
    side: additions?.patient?.side ?? null,
    length: lengthOf(own.view),
    volume: partner ? volumeOf(own, partner) : null,
    estimate: estimateOf(own),
  };
}

function lengthOf(view: MeasuredRecord | null): TrendPicture['length'] {
  if (view === null) return { why: 'unreadable' };
  const { calibration } = view.measured.chosen;
  if (calibration === null) return { why: 'no-scale' };
  const [length, width] = [viewDiameter(view, 'length'), viewDiameter(view, 'width')];
  if (length === null) return { why: 'no-kidney' };
  // A person who laid a caliper along the length saw the kidney along.
  const isAlong = view.calipers.some(({ purpose }) => purpose === 'length');
  if (!isAlong && width !== null && length.value < longView * width.value) return { why: 'across' };
  const { value, plusMinus, isLowerBound, isByHand } = length;
  return { value, plusMinus, isLowerBound, isByHand, scale: calibration.source };
}

/** Of two sides, or of two days, no volume of one kidney comes. */
function volumeOf(own: Measured, partner: Measured): TrendPicture['volume'] {
  const [here, there] = [own.examination, partner.examination];
  const isApart = Math.abs(here.analysedAt - there.analysedAt) > sittingMs;
  if (there.deletedAt !== null || isApart || sidesDiffer(here, there)) return null;
  if (own.view === null || partner.view === null) return null;
  return volumeFrom(pairVolume(own.view, partner.view), [here.id, there.id]);
}

function volumeFrom(pair: PairVolume, ids: readonly [string, string]): TrendPicture['volume'] {
  if (pair.kind === 'none') return null;
  const { value, plusMinus, isLowerBound } = pair.volume;
  return { value, plusMinus, isLowerBound, along: ids[pair.along], lengthCm: pair.diameters.length.value };
}

/** What is unlike the model's training pictures was read, but tells nothing. */
function estimateOf({ examination, view }: Measured): TrendPicture['estimate'] {
  const { additions, id } = examination;
  const { reading } = additions ?? {};
  const read = reading?.function;
  if (view === null || reading === undefined || read === undefined || (read.novelty ?? 0) > 1) return null;
  const { lengthCm, share } = axisLength(examination, reading.axis.poles, view.opened);
  return { id, reading: read, lengthCm, axisShare: share, model: read.model.sha256 };
}

function bloodOf({ id, analysedAt, additions }: Examination): TrendBlood | null {
  const test = additions?.blood;
  if (test === undefined) return null;
  // A day without an hour: noon is within it wherever the clock is set.
  const at = test.takenOn === undefined ? analysedAt : Date.parse(`${test.takenOn}T12:00`);
  return { id, at, test, person: additions?.patient ?? {} };
}
