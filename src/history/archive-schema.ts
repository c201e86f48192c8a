import * as v from 'valibot';
import type { QualityLabel } from '../analysis.ts';
import type { Verdict } from '../feedback/verdict.ts';
import { additions } from './additions-schema.ts';
import { analysis, calibration, type Fields, refusal } from './analysis-schema.ts';
import { archiveFormat, idPattern, type Manifest } from './archive-layout.ts';
import type { ClipMoment, ClipTrack, Examination, StoredClip, StoredPicture } from './examination.ts';

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

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const moment = v.object({
  atMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
  verdict,
  probabilities: v.nullable(
    v.object({
      artefact: share,
      gain: share,
      position: share,
      optimal: share,
      wrong: share,
    } satisfies Fields<Record<QualityLabel, number>>),
  ),
} satisfies Fields<ClipMoment>);

const clipTrack = v.pipe(
  v.object({ moments: v.pipe(v.array(moment), v.minLength(1)), best: count } satisfies Fields<ClipTrack>),
  v.check(({ moments, best }) => best < moments.length),
  v.check(({ moments }) => moments.every(({ atMs }, i) => atMs >= (moments[i - 1]?.atMs ?? 0))),
);

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
    clip: v.exactOptional(clipTrack),
    additions: v.exactOptional(additions),
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

const clip = v.object({
  type: v.literal('image/jpeg'),
  lengths: v.array(v.pipe(count, v.minValue(1))),
} satisfies Fields<Omit<StoredClip, 'bytes'>>);

/** What an archive says about one examination; the bytes of its pictures lie in files of their own. */
export const archivedExaminationSchema = v.pipe(
  v.object({
    examination,
    picture,
    thumbnail: picture,
    clip: v.exactOptional(clip),
  } satisfies Fields<ArchivedExamination>),
  v.check((archived) => archived.examination.clip?.moments.length === archived.clip?.lengths.length),
);

/** One examination's file in the archive. */
export interface ArchivedExamination {
  readonly examination: Examination;
  readonly picture: Pick<StoredPicture, 'type'>;
  readonly thumbnail: Pick<StoredPicture, 'type'>;
  readonly clip?: Omit<StoredClip, 'bytes'>;
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
