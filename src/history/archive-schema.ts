import * as v from 'valibot';
import type { Verdict } from '../feedback/verdict.ts';
import { analysis, calibration, type Fields, refusal } from './analysis-schema.ts';
import { archiveFormat, idPattern, type Manifest } from './archive-layout.ts';
import type { Examination, StoredPicture } from './examination.ts';

/** Milliseconds since 1970, up to the last day that a Date can hold. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const fault = v.picklist(['artefact', 'gain', 'position']);

const verdict = v.variant('kind', [
  v.object({ kind: v.literal('optimal') }),
  v.object({ kind: v.literal('faults'), faults: v.tupleWithRest([fault], fault) }),
  v.object({ kind: v.literal('wrong') }),
  v.object({ kind: v.literal('declined'), refusal }),
]) satisfies v.GenericSchema<unknown, Verdict>;

const examination = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(idPattern)),
    analysedAt: time,
    updatedAt: time,
    deletedAt: v.nullable(time),
    origin: v.picklist(['file', 'camera', 'clipboard', 'drop', 'sample', 'video', 'dicom']),
    name: v.string(),
    verdict,
    analysis,
    calibration: v.exactOptional(v.nullable(calibration)),
    appVersion: v.string(),
  } satisfies Fields<Examination>),
  v.check((record) => (record.verdict.kind === 'declined') === (record.analysis.outcome.kind === 'declined')),
);

// Only pictures: another type could become a page of our own origin when it is opened.
const safeType = /^(image\/[\w.+-]{1,40}|application\/dicom|)$/;

const picture = v.object({
  type: v.pipe(
    v.string(),
    v.transform((type) => (safeType.test(type) ? type : 'application/octet-stream')),
  ),
});

/** What an archive says about one examination; the bytes of its pictures lie in files of their own. */
export const archivedExaminationSchema = v.object({ examination, picture, thumbnail: picture });

/** One examination's file in the archive. */
export interface ArchivedExamination {
  readonly examination: Examination;
  readonly picture: Pick<StoredPicture, 'type'>;
  readonly thumbnail: Pick<StoredPicture, 'type'>;
}

/** What a manifest of every version, older or newer, holds. */
export const archiveKindSchema = v.object({
  format: v.literal(archiveFormat),
  version: v.pipe(count, v.minValue(1)),
} satisfies Fields<Pick<Manifest, 'format' | 'version'>>);

/** What a manifest of this version holds. */
export const manifestSchema = v.object({
  ...archiveKindSchema.entries,
  appVersion: v.string(),
  exportedAt: time,
  count,
} satisfies Fields<Manifest>);
