import * as v from 'valibot';
import type {
  ActivationMap,
  Analysis,
  Assessment,
  Declined,
  LabelReading,
  ModelIdentity,
  QualityLabel,
  SelfTest,
  Timing,
} from '../analysis.ts';
import type { Verdict } from '../feedback/verdict.ts';
import type { Meters, ShadowBand } from '../pixels/meters.ts';
import type { Box, Point, Sector } from '../pixels/sector.ts';
import { archiveFormat, idPattern, type Manifest } from './archive-layout.ts';
import type { Examination, StoredPicture } from './examination.ts';

/*
 * What a record from an archive must be before it may enter history. Each table names every field of the type
 * it checks (`Fields`), so that a field added to the type, optional or not, does not compile until it is checked here.
 */
type Fields<T> = { readonly [K in keyof T]-?: v.GenericSchema<unknown, T[K]> };

// A meter may be NaN where it could not be read; losing the record for it would be worse.
const measured = v.union([v.number(), v.nan()]);
const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
/** Milliseconds since 1970, up to the last day that a Date can hold. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const point = v.object({ x: finite, y: finite } satisfies Fields<Point>);
const box = v.object({ x: finite, y: finite, width: finite, height: finite } satisfies Fields<Box>);

const shadow = v.object({
  from: measured,
  to: measured,
  startsAt: v.exactOptional(measured),
} satisfies Fields<ShadowBand>);

const sector = v.object({
  shape: v.picklist(['fan', 'trapezoid', 'rectangle']),
  outline: v.pipe(v.array(point), v.minLength(3)),
  bounds: box,
  apex: v.nullable(point),
  pixelAspect: v.exactOptional(v.pipe(finite, v.gtValue(0))),
} satisfies Fields<Sector>);

const meters = v.object({
  brightness: measured,
  histogram: v.array(measured),
  saturatedShare: measured,
  lostShare: measured,
  depthCurve: v.array(v.nullable(measured)),
  farMinusNear: measured,
  shadowShare: measured,
  shadows: v.array(shadow),
  sharpness: measured,
} satisfies Fields<Meters>);

const labels = ['artefact', 'gain', 'position', 'optimal', 'wrong'] as const satisfies QualityLabel[];

const labelReading = v.object({
  label: v.picklist(labels),
  probability: share,
  threshold: share,
} satisfies Fields<LabelReading>);

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024));

const activationMap = v.pipe(
  v.object({
    rows: side,
    columns: side,
    values: v.instance(Float32Array),
    covers: box,
  } satisfies Fields<ActivationMap>),
  v.check(({ rows, columns, values }) => values.length === rows * columns * labels.length),
);

const assessed = v.object({
  kind: v.literal('assessed'),
  labels: v.pipe(
    v.array(labelReading),
    v.check((readings) => new Set(readings.map(({ label }) => label)).size === labels.length),
    v.length(labels.length),
  ),
  map: activationMap,
  sector,
  meters,
  novelty: measured,
} satisfies Fields<Assessment>);

const refusal = v.picklist(['single-colour', 'colour-photo', 'no-sector', 'not-ultrasound']);

const declined = v.object({
  kind: v.literal('declined'),
  refusal,
  sector: v.nullable(sector),
} satisfies Fields<Declined>);

const fault = v.picklist(['artefact', 'gain', 'position']);

const verdict = v.variant('kind', [
  v.object({ kind: v.literal('optimal') }),
  v.object({ kind: v.literal('faults'), faults: v.tupleWithRest([fault], fault) }),
  v.object({ kind: v.literal('wrong') }),
  v.object({ kind: v.literal('declined'), refusal }),
]) satisfies v.GenericSchema<unknown, Verdict>;

const model = v.object({
  name: v.string(),
  version: v.string(),
  sha256: v.string(),
} satisfies Fields<ModelIdentity>);

const selfTest = v.object({
  passed: v.boolean(),
  largestDifference: measured,
  tolerance: measured,
} satisfies Fields<SelfTest>);

const timing = v.object({
  pixels: measured,
  sector: measured,
  meters: measured,
  model: measured,
  total: measured,
} satisfies Fields<Timing>);

const analysis = v.object({
  outcome: v.variant('kind', [assessed, declined]),
  width: pixels,
  height: pixels,
  model,
  backend: v.picklist(['webgpu', 'wasm-threads', 'wasm', 'cpu']),
  selfTest,
  timing,
} satisfies Fields<Analysis>);

const examination = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(idPattern)),
    analysedAt: time,
    updatedAt: time,
    deletedAt: v.nullable(time),
    origin: v.picklist(['file', 'camera', 'clipboard', 'drop', 'sample']),
    name: v.string(),
    verdict,
    analysis,
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
